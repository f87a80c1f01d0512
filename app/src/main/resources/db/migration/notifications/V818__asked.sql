-- Customers are asked whether an order that looks like a repeat of another was meant.

alter table customer_message
    drop constraint customer_message_kind_check,
    add constraint customer_message_kind_check
        check (kind in ('CONFIRMED', 'CANCELLED', 'DELAYED', 'SHIPPED', 'DELIVERED', 'LOST', 'REFUNDED', 'ASKED'));
comment on column customer_message_event.event_key is 'what happened: a parcel, a refund of the store, a sum of cancelled units, a closure of a supplier, a hold the customer is asked about, or the order itself';
