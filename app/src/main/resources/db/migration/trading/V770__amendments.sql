-- A supplier is also asked to ship differently than it was told.
alter table transmission drop constraint transmission_kind_check;
alter table transmission add constraint transmission_kind_check
    check (kind in ('PURCHASE_ORDER', 'CANCELLATION', 'AMENDMENT', 'REMINDER'));
