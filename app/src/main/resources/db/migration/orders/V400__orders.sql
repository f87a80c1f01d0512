-- Orders: the store's order and its version, the sales order, its lines and where each unit is, allocations,
-- holds and the stored decisions.

create table store_order (
    merchant_id       uuid        not null,
    store_id          uuid        not null,
    store_order_id    text        not null,
    sales_order_id    uuid,
    updated_at        timestamptz,
    triggered_at      timestamptz,
    content_hash      bytea,
    document_id       uuid,
    primary key (merchant_id, store_id, store_order_id)
);
comment on table store_order is 'distributed: the key of an order, locked first by whatever brings a version of it';
comment on column store_order.updated_at is 'the store''s time of the version that stands applied';
comment on column store_order.content_hash is 'digest of the version''s content, so that a repeat is told from a change';
alter table store_order enable row level security;
alter table store_order force row level security;
create policy tenant on store_order using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_order to baton_app;

create table customer_record (
    merchant_id uuid  not null,
    record_id   uuid  not null,
    subject_id  uuid  not null,
    sealed      bytea not null,
    primary key (merchant_id, record_id)
);
comment on table customer_record is 'distributed: who ordered and where to, as of one version; immutable, sealed with the person''s key';
alter table customer_record enable row level security;
alter table customer_record force row level security;
create policy tenant on customer_record using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on customer_record to baton_app;

create table sales_order (
    merchant_id          uuid        not null,
    sales_order_id       uuid        not null,
    number               text        not null,
    store_id             uuid        not null,
    store_order_id       text        not null,
    store_order_name     text        not null,
    placed_at            timestamptz,
    received_at          timestamptz not null,
    payment              text        not null,
    cancelled_at         timestamptz,
    cancel_reason        text,
    currency             text        not null,
    presentment_currency text        not null,
    subtotal_minor       bigint      not null,
    discount_minor       bigint      not null,
    tax_minor            bigint      not null,
    tax_included         boolean     not null,
    shipping_minor       bigint      not null,
    total_minor          bigint      not null,
    refunded_minor       bigint      not null,
    subject_id           uuid        not null,
    record_id            uuid        not null,
    ship_country         text        not null,
    ship_method          text,
    ship_print           bytea       not null,
    person_print         bytea,
    address_print        bytea,
    goods_print          bytea       not null,
    next_po              integer     not null,
    primary key (merchant_id, sales_order_id),
    unique (merchant_id, store_id, store_order_id),
    unique (merchant_id, number),
    check (next_po >= 1)
);
comment on table sales_order is 'distributed: the customer''s order as Baton fulfils it; exactly one per store order';
comment on column sales_order.next_po is 'suffix of the next purchase order; taken under this row''s lock, never again';
comment on column sales_order.ship_print is 'keyed digest of what a supplier is told beside the goods: address, method, gift message';
comment on column sales_order.person_print is 'keyed digest of the customer''s mail address, to find possible duplicates; null when unknown';
comment on column sales_order.goods_print is 'digest of SKUs and quantities, to find possible duplicates';
-- possible duplicates: the same goods shortly before
create index sales_order_goods on sales_order (merchant_id, goods_print, received_at);
alter table sales_order enable row level security;
alter table sales_order force row level security;
create policy tenant on sales_order using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on sales_order to baton_app;

create table order_line (
    merchant_id      uuid    not null,
    line_id          uuid    not null,
    sales_order_id   uuid    not null,
    position         integer not null,
    store_line_id    text    not null,
    store_quantity   integer not null,
    per_unit         integer not null,
    sku              text,
    sku_id           uuid,
    title            text    not null,
    requires_shipping boolean not null,
    unit_price_minor bigint  not null,
    discount_minor   bigint  not null,
    tax_minor        bigint  not null,
    origin_line_id   uuid,
    reroutes         integer not null,
    quantity         integer not null,
    open             integer not null,
    waiting          integer not null,
    allocated        integer not null,
    sent             integer not null,
    accepted         integer not null,
    shipped          integer not null,
    delivered        integer not null,
    lost             integer not null,
    in_return        integer not null,
    returned         integer not null,
    cancelled        integer not null,
    cancel_requested integer not null,
    return_requested integer not null,
    primary key (merchant_id, line_id),
    check (quantity = open + waiting + allocated + sent + accepted + shipped + delivered + lost + in_return
                      + returned + cancelled),
    check (open >= 0 and waiting >= 0 and allocated >= 0 and sent >= 0 and accepted >= 0 and shipped >= 0
           and delivered >= 0 and lost >= 0 and in_return >= 0 and returned >= 0 and cancelled >= 0),
    check (cancel_requested >= 0 and cancel_requested <= sent + accepted),
    check (return_requested >= 0 and return_requested <= delivered + shipped)
) with (fillfactor = 80);
comment on table order_line is 'distributed: goods of a sales order; each ordered unit is in exactly one bucket';
comment on column order_line.store_line_id is 'the store''s line; the parts of a bundle share it';
comment on column order_line.per_unit is 'units of this line per unit of the store''s line: 1, or a bundle''s part quantity';
-- the lines of an order, and the store's lines they came from
create index order_line_order on order_line (merchant_id, sales_order_id, position);
-- what waits for stock, oldest first
create index order_line_waiting on order_line (merchant_id, sku_id, line_id) where waiting > 0;
alter table order_line enable row level security;
alter table order_line force row level security;
create policy tenant on order_line using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on order_line to baton_app;

create table line_move (
    merchant_id uuid        not null,
    line_id     uuid        not null,
    cause_id    uuid        not null,
    from_bucket text        not null,
    to_bucket   text        not null,
    quantity    integer     not null,
    at          timestamptz not null,
    primary key (merchant_id, line_id, cause_id, from_bucket, to_bucket),
    check (quantity > 0)
);
comment on table line_move is 'distributed: every move of units between buckets; a cause moves once, a replay posts nothing';
alter table line_move enable row level security;
alter table line_move force row level security;
create policy tenant on line_move using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on line_move to baton_app;

create table allocation (
    merchant_id      uuid    not null,
    allocation_id    uuid    not null,
    sales_order_id   uuid    not null,
    line_id          uuid    not null,
    offer_id         uuid    not null,
    supplier_id      uuid    not null,
    ship_from        text    not null,
    supplier_sku     text    not null,
    currency         text    not null,
    unit_cost_micros bigint  not null,
    stage            text    not null,
    quantity         integer not null,
    accepted         integer not null,
    rejected         integer not null,
    shipped          integer not null,
    delivered        integer not null,
    cancel_asked     integer not null,
    cancelled        integer not null,
    excess           integer not null,
    primary key (merchant_id, allocation_id),
    check (stage in ('reserved', 'allocated', 'sent', 'withdrawn')),
    check (quantity > 0 and accepted >= 0 and rejected >= 0 and shipped >= 0 and delivered >= 0 and cancel_asked >= 0
           and cancelled >= 0 and excess >= 0),
    check (accepted + rejected + shipped + cancelled <= quantity),
    check (delivered <= shipped + excess)
) with (fillfactor = 80);
comment on table allocation is 'distributed: the decision that one offer fills so many units of a line; its id is the id of the claim';
comment on column allocation.stage is 'reserved (claimed, no purchase order yet) → allocated (purchase order written) → sent (point of no return); withdrawn ends it unsent';
comment on column allocation.accepted is 'units accepted and not shipped yet';
comment on column allocation.excess is 'units shipped beyond what was ordered; stored and shown, never refused';
-- the allocations of an order
create index allocation_order on allocation (merchant_id, sales_order_id);
alter table allocation enable row level security;
alter table allocation force row level security;
create policy tenant on allocation using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on allocation to baton_app;

create table hold (
    merchant_id    uuid        not null,
    hold_id        uuid        not null,
    sales_order_id uuid        not null,
    line_id        uuid,
    kind           text        not null,
    detail         text        not null,
    opened_at      timestamptz not null,
    released_at    timestamptz,
    released_why   text,
    waived         boolean     not null,
    primary key (merchant_id, hold_id)
);
comment on table hold is 'distributed: a stop that waits for a decision';
comment on column hold.waived is 'true: a person released it, so the same check does not stop the order again';
-- the holds of an order
create index hold_order on hold (merchant_id, sales_order_id);
-- what waits for a decision now, oldest first
create index hold_open on hold (merchant_id, hold_id) where released_at is null;
alter table hold enable row level security;
alter table hold force row level security;
create policy tenant on hold using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on hold to baton_app;

create table decision (
    merchant_id    uuid        not null,
    decision_id    uuid        not null,
    sales_order_id uuid        not null,
    decided_at     timestamptz not null,
    body           text        not null,
    primary key (merchant_id, decision_id)
);
comment on table decision is 'distributed: a sourcing decision with every alternative and why it lost, as decided then';
-- the decisions of an order, oldest first
create index decision_order on decision (merchant_id, sales_order_id, decision_id);
alter table decision enable row level security;
alter table decision force row level security;
create policy tenant on decision using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on decision to baton_app;
