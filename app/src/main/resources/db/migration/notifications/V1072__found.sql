-- Customers who were told that a parcel is lost are told that it turned up.

alter table customer_message
    drop constraint customer_message_kind_check,
    add constraint customer_message_kind_check
        check (kind in ('CONFIRMED', 'CANCELLED', 'DELAYED', 'SHIPPED', 'AFTER_ALL', 'DELIVERED', 'LOST', 'FOUND',
                        'REFUNDED', 'ASKED'));
