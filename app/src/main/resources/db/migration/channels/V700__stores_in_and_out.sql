-- Channels: how each store is reached, what came in, and what was told to the store.

create table store_connection (
    merchant_id   uuid        not null,
    store_id      uuid        not null,
    shop_domain   text        not null,
    api_base_url  text,
    sealed        bytea       not null,
    location_id   text,
    poll_seconds  integer     not null,
    revision      bigint      not null,
    state         text        not null,
    defined_at    timestamptz not null,
    polled_until  timestamptz not null,
    primary key (merchant_id, store_id),
    check (state in ('CONNECTED', 'DISCONNECTED')),
    check (poll_seconds >= 0 and revision > 0)
);
comment on table store_connection is 'distributed: how a Shopify store is reached; one row per store';
comment on column store_connection.sealed is 'access token or client id and secret, and one or two webhook secrets: JSON with schemaVersion, sealed by the merchant''s key';
comment on column store_connection.api_base_url is 'where the Admin API is reached; null = https at shop_domain';
comment on column store_connection.location_id is 'only fulfilment orders assigned to this location of the store are fulfilled; null = any';
comment on column store_connection.poll_seconds is '0 = never polled';
comment on column store_connection.revision is 'grows with every change; a webhook checked against secrets of an older revision is checked again';
comment on column store_connection.polled_until is 'orders the store changed before this are known; the next poll looks back some minutes further';
alter table store_connection enable row level security;
alter table store_connection force row level security;
create policy tenant on store_connection using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_connection to baton_app;

create table inbox (
    merchant_id    uuid        not null,
    inbox_id       uuid        not null,
    store_id       uuid        not null,
    transport      text        not null,
    topic          text        not null,
    delivery_key   text        not null,
    document_id    uuid        not null,
    triggered_at   timestamptz,
    received_at    timestamptz not null,
    state          text        not null,
    store_order_id text,
    order_id       uuid,
    reason         text,
    settled_at     timestamptz,
    primary key (merchant_id, inbox_id),
    check (transport in ('SHOPIFY_WEBHOOK', 'SHOPIFY_READ', 'API')),
    check (state in ('RECEIVED', 'APPLIED', 'STALE', 'REFUSED', 'NOTED')),
    check ((state = 'RECEIVED') = (settled_at is null))
) with (fillfactor = 80);
comment on table inbox is 'distributed: every message of a store, kept before it is answered; one row per delivery';
comment on column inbox.delivery_key is 'event id, else delivery id, else the body''s hash; of the REST API the idempotency key';
comment on column inbox.triggered_at is 'when the store set the message off, or when we read the order there; null when unknown';
comment on column inbox.state is 'RECEIVED, then once and for all APPLIED (the order has it), STALE (something newer was there), REFUSED (cannot be used; reason says why) or NOTED (no order in it)';
comment on column inbox.order_id is 'the sales order it was applied to, or was stale for';
-- the delivery key is inserted first; what came twice meets the row here
create unique index inbox_delivery on inbox (merchant_id, store_id, topic, delivery_key);
-- the order as it was last seen, for a refund that comes alone from a store that cannot be asked
create index inbox_applied on inbox (merchant_id, store_id, store_order_id, inbox_id) where state = 'APPLIED';
alter table inbox enable row level security;
alter table inbox force row level security;
create policy tenant on inbox using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on inbox to baton_app;

create table store_fulfilment (
    merchant_id         uuid        not null,
    store_fulfilment_id uuid        not null,
    shipment_id         uuid        not null,
    store_id            uuid        not null,
    order_id            uuid        not null,
    store_order_id      text        not null,
    state               text        not null,
    shipped             jsonb       not null,
    pushed              jsonb       not null,
    reason              text,
    planned_at          timestamptz not null,
    settled_at          timestamptz,
    primary key (merchant_id, store_fulfilment_id),
    check (state in ('PLANNED', 'ASKED', 'PUSHED', 'WAITS_FOR_BUNDLE', 'DONE_BY_STORE', 'NOT_LIVE', 'REFUSED'))
);
comment on table store_fulfilment is 'distributed: one shipment the store of its order is told of';
comment on column store_fulfilment.shipped is 'frozen facts of the shipment (parcels and units by order line), with schemaVersion';
comment on column store_fulfilment.pushed is 'fulfilments made or found in the store: id and units by the store''s line, with schemaVersion';
comment on column store_fulfilment.state is 'PLANNED, ASKED (the store was asked, the answer is not written yet), then PUSHED, WAITS_FOR_BUNDLE (its units complete no unit the store knows; a later shipment takes them along), DONE_BY_STORE (somebody fulfilled them there), NOT_LIVE (watch mode) or REFUSED (a task says why)';
-- a shipment reaches the store once
create unique index store_fulfilment_shipment on store_fulfilment (merchant_id, shipment_id);
-- all we told the store about one of its orders
create index store_fulfilment_order on store_fulfilment (merchant_id, store_id, store_order_id);
alter table store_fulfilment enable row level security;
alter table store_fulfilment force row level security;
create policy tenant on store_fulfilment using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_fulfilment to baton_app;
