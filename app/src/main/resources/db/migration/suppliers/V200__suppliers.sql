-- Suppliers and the terms agreed with them.

create table supplier (
    merchant_id             uuid        not null,
    supplier_id             uuid        not null,
    code                    text        not null,
    name                    text        not null,
    currency                text        not null,
    zone                    text        not null,
    country                 text        not null,
    work_days               text[]      not null,
    opens                   time        not null,
    closes                  time        not null,
    ack_hours               integer     not null,
    netting                 text        not null,
    booking_lag_seconds     integer     not null,
    grace_seconds           integer     not null,
    absence                 text        not null,
    silent_delta_confirms   boolean     not null,
    max_feed_age_seconds    integer     not null,
    dropship_fee_minor      bigint      not null,
    max_parcel_weight_grams integer     not null,
    packaging               text,
    branding                text,
    special                 text,
    channel_url             text,
    channel_secret          bytea,
    live                    boolean     not null,
    paused_at               timestamptz,
    pause_reason            text,
    defined_at              timestamptz not null,
    primary key (merchant_id, supplier_id),
    unique (merchant_id, code),
    check (ack_hours > 0 and max_parcel_weight_grams > 0 and dropship_fee_minor >= 0),
    check (booking_lag_seconds >= 0 and grace_seconds >= 0 and max_feed_age_seconds >= 0),
    check (netting in ('NET', 'GROSS', 'UNKNOWN') and absence in ('ZERO', 'KEEP', 'DISCONTINUED')),
    check ((paused_at is null) = (pause_reason is null)),
    check (channel_secret is null or channel_url is not null)
);
comment on table supplier is 'distributed: one supplier and the terms agreed with it';
comment on column supplier.closes is 'local time; 00:00 means midnight at the end of the day';
comment on column supplier.ack_hours is 'working hours within which a purchase order must be answered';
comment on column supplier.netting is 'when an order leaves the figure the supplier reports: NET at acknowledgement, GROSS at shipment, UNKNOWN is read as GROSS';
comment on column supplier.booking_lag_seconds is 'NET only: agreed longest time from taking an order to booking it; 0 = not agreed, then only the acknowledgement counts';
comment on column supplier.grace_seconds is 'an observation must be this much younger than an event before it is believed to contain it';
comment on column supplier.absence is 'meaning of an offer that a full stock file leaves out';
comment on column supplier.silent_delta_confirms is 'true: what a delta leaves out is unchanged as of that delta';
comment on column supplier.max_feed_age_seconds is 'a stock file without a time of its own is taken to be this old when it arrives';
comment on column supplier.dropship_fee_minor is 'per purchase order, minor units of the supplier''s currency';
comment on column supplier.channel_secret is 'sealed with the merchant''s key';
comment on column supplier.live is 'false = watch mode: everything is planned, nothing is sent';
alter table supplier enable row level security;
alter table supplier force row level security;
create policy tenant on supplier using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier to baton_app;

create table supplier_holiday (
    merchant_id uuid not null,
    supplier_id uuid not null,
    day         date not null,
    primary key (merchant_id, supplier_id, day),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id)
);
comment on table supplier_holiday is 'distributed: days the supplier does not work; its deadlines pause on them';
alter table supplier_holiday enable row level security;
alter table supplier_holiday force row level security;
create policy tenant on supplier_holiday using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on supplier_holiday to baton_app;

create table supplier_shipping_rate (
    merchant_id      uuid    not null,
    supplier_id      uuid    not null,
    country          text    not null,
    max_weight_grams integer not null,
    price_minor      bigint  not null,
    primary key (merchant_id, supplier_id, country, max_weight_grams),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (max_weight_grams > 0 and price_minor >= 0)
);
comment on table supplier_shipping_rate is 'distributed: what the supplier charges to ship one parcel, by country and weight';
comment on column supplier_shipping_rate.country is 'ISO 3166-1 alpha-2, or * for every other country';
alter table supplier_shipping_rate enable row level security;
alter table supplier_shipping_rate force row level security;
create policy tenant on supplier_shipping_rate using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on supplier_shipping_rate to baton_app;

create table supplier_ship_method (
    merchant_id  uuid not null,
    supplier_id  uuid not null,
    store_method text not null,
    code         text not null,
    carrier      text not null,
    primary key (merchant_id, supplier_id, store_method),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id)
);
comment on table supplier_ship_method is 'distributed: the supplier''s own code for what the store calls a shipping method';
comment on column supplier_ship_method.store_method is 'the store''s code or title, or * for every other method';
alter table supplier_ship_method enable row level security;
alter table supplier_ship_method force row level security;
create policy tenant on supplier_ship_method using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on supplier_ship_method to baton_app;

create table supplier_revision (
    merchant_id uuid not null primary key,
    revision    uuid not null
);
comment on table supplier_revision is 'distributed: a fresh id whenever any supplier of the merchant changed; what was read under it may be kept in memory';
alter table supplier_revision enable row level security;
alter table supplier_revision force row level security;
create policy tenant on supplier_revision using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier_revision to baton_app;
