-- What suppliers write to the merchant about a purchase order.

create table supplier_message (
    merchant_id       uuid        not null,
    message_id        uuid        not null,
    purchase_order_id uuid        not null,
    document_id       uuid        not null,
    written_at        timestamptz not null,
    primary key (merchant_id, message_id),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id)
);
comment on table supplier_message is 'distributed: one message of a supplier to the merchant';
comment on column supplier_message.document_id is 'its words: they may name the customer, whose key seals them';
create index supplier_message_of_purchase_order on supplier_message (merchant_id, purchase_order_id, message_id);
comment on index supplier_message_of_purchase_order is 'what was written about one purchase order, oldest first';
alter table supplier_message enable row level security;
alter table supplier_message force row level security;
create policy tenant on supplier_message using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on supplier_message to baton_app;
