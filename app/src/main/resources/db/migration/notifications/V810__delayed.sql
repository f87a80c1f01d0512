-- Customers are told when their goods leave later because a supplier is away.
alter table customer_message
    drop constraint customer_message_kind_check,
    add constraint customer_message_kind_check
        check (kind in ('CONFIRMED', 'CANCELLED', 'DELAYED', 'SHIPPED', 'DELIVERED', 'REFUNDED'));
comment on column customer_message_event.event_key is 'what happened: a parcel, a refund of the store, a sum of cancelled units, a closure of a supplier, or the order itself';
