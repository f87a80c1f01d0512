-- What one supplier is asked to send from one place for one sales order.
create table purchase_order (
    merchant_id       uuid        not null,
    id                uuid        not null,
    number            text        not null,
    version           integer     not null check (version > 0),
    status            text        not null check (status in (
        'ISSUED', 'SENDING', 'SENT', 'UNDELIVERED', 'UNKNOWN', 'ACKNOWLEDGED', 'PARTLY_REJECTED', 'REJECTED',
        'PARTLY_SHIPPED', 'SHIPPED', 'CANCELLED', 'WITHDRAWN')),
    sales_order_id    uuid        not null,
    supplier_id       uuid        not null,
    store_id          uuid        not null,
    store_order_id    text        not null,
    store_order_name  text        not null,
    customer_record   uuid        not null,
    subject_id        uuid        not null,
    ship_from         text        not null,
    ship_country      text        not null,
    ship_method       text,
    currency          text        not null,
    issued_at         timestamptz not null,
    send_after        timestamptz not null,
    begun_at          timestamptz,
    respond_by        timestamptz,
    sent_at           timestamptz,
    reminded_at       timestamptz,
    answered_at       timestamptz,
    primary key (merchant_id, id),
    unique (merchant_id, number)
) with (fillfactor = 75);
comment on table purchase_order is 'distributed: one request to one supplier and ship-from; a number is never reused';
comment on column purchase_order.customer_record is 'who gets the goods: the version of name and address that held when this was issued';
comment on column purchase_order.subject_id is 'the customer, whose key seals what is rendered';
comment on column purchase_order.send_after is 'end of the grace window: nothing leaves before';
comment on column purchase_order.begun_at is 'the point of no return was crossed; null = the supplier knows nothing';
comment on column purchase_order.respond_by is 'answer expected by, in the supplier''s working hours';
create index purchase_order_of_sales_order on purchase_order (merchant_id, sales_order_id);
comment on index purchase_order_of_sales_order is 'the purchase orders of one order, for its page';
create index purchase_order_of_supplier on purchase_order (merchant_id, supplier_id, id);
comment on index purchase_order_of_supplier is 'a supplier''s own list, newest first';
alter table purchase_order enable row level security;
alter table purchase_order force row level security;
create policy tenant on purchase_order
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on purchase_order to baton_app;

-- No foreign key to purchase_order: both are written by the same act in one statement each, on the hot road.
create table purchase_order_line (
    merchant_id       uuid    not null,
    purchase_order_id uuid    not null,
    line              integer not null check (line > 0),
    allocation_id     uuid    not null,
    order_line_id     uuid    not null,
    offer_id          uuid    not null,
    merchant_sku      text    not null,
    supplier_sku      text    not null,
    title             text    not null,
    quantity          integer not null check (quantity > 0),
    unit_cost_micros  bigint  not null check (unit_cost_micros >= 0),
    withdrawn         boolean not null,
    accepted          integer not null check (accepted >= 0),
    rejected          integer not null check (rejected >= 0),
    backordered       integer not null check (backordered >= 0),
    backordered_until date,
    cancelled         integer not null check (cancelled >= 0),
    shipped           integer not null check (shipped >= 0),
    excess            integer not null check (excess >= 0),
    primary key (merchant_id, purchase_order_id, line),
    unique (merchant_id, allocation_id),
    check (accepted + rejected + backordered + cancelled <= quantity),
    check (shipped <= accepted)
) with (fillfactor = 75);
comment on table purchase_order_line is 'distributed: the units of one allocation on one purchase order; each unit is unanswered, accepted, backordered, rejected or cancelled';
comment on column purchase_order_line.withdrawn is 'taken back before sending: never on the document';
comment on column purchase_order_line.accepted is 'units the supplier said it will ship, shipped ones included';
comment on column purchase_order_line.cancelled is 'units the supplier agreed not to ship';
comment on column purchase_order_line.shipped is 'units in recorded shipments, at most the accepted ones';
comment on column purchase_order_line.excess is 'units the supplier reported as shipped beyond what was owed';
alter table purchase_order_line enable row level security;
alter table purchase_order_line force row level security;
create policy tenant on purchase_order_line
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on purchase_order_line to baton_app;
