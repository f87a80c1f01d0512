-- A supplier is also asked to stop or take back what it should not have shipped.
alter table transmission drop constraint transmission_kind_check;
alter table transmission add constraint transmission_kind_check
    check (kind in ('PURCHASE_ORDER', 'CANCELLATION', 'AMENDMENT', 'PRICE', 'RECALL', 'REMINDER'));
