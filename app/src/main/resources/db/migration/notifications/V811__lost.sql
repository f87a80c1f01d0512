-- Customers are told which items are missing when a parcel is lost.

alter table customer_message
    drop constraint customer_message_kind_check,
    add constraint customer_message_kind_check
        check (kind in ('CONFIRMED', 'CANCELLED', 'DELAYED', 'SHIPPED', 'DELIVERED', 'LOST', 'REFUNDED'));
