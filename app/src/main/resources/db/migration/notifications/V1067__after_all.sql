-- Customers are told that what was cancelled comes after all, because its supplier shipped it and does not take it back.

alter table customer_message
    drop constraint customer_message_kind_check,
    add constraint customer_message_kind_check
        check (kind in ('CONFIRMED', 'CANCELLED', 'DELAYED', 'SHIPPED', 'AFTER_ALL', 'DELIVERED', 'LOST', 'REFUNDED',
                        'ASKED'));
