-- A supplier is also told what became of another cost it named.
alter table transmission drop constraint transmission_kind_check;
alter table transmission add constraint transmission_kind_check
    check (kind in ('PURCHASE_ORDER', 'CANCELLATION', 'AMENDMENT', 'PRICE', 'REMINDER'));
