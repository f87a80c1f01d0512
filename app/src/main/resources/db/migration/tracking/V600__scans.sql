-- What carriers say about parcels. Scans hang on a carrier's number, so that a scan may come before the shipment notice.
create table tracked_number (
    merchant_id     uuid        not null,
    id              uuid        not null,
    carrier_code    text        not null,
    tracking_number text        not null,
    carrier_sure    boolean     not null,
    status          text check (status in (
        'PRE_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED')),
    status_at       timestamptz,
    delivered_at    timestamptz,
    first_seen_at   timestamptz not null,
    primary key (merchant_id, id),
    unique (merchant_id, tracking_number, carrier_code)
);
comment on table tracked_number is 'distributed: one tracking number of one carrier and what its scans add up to';
comment on column tracked_number.carrier_code is 'the family of the carrier as Baton calls it; for one without facts its own word';
comment on column tracked_number.carrier_sure is 'named by the supplier or by a scan; false = guessed from the number, and a scan of another carrier may correct it';
comment on column tracked_number.status is 'shown status: the latest scan by event time, ties by rank; null = no scan yet';
comment on column tracked_number.delivered_at is 'earliest scan that says delivered; null = none';
alter table tracked_number enable row level security;
alter table tracked_number force row level security;
create policy tenant on tracked_number
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on tracked_number to baton_app;

create table tracked_package (
    merchant_id       uuid        not null,
    package_id        uuid        not null,
    tracked_number_id uuid        not null,
    sales_order_id    uuid        not null,
    dispatched_at     timestamptz not null,
    delivered_at      timestamptz,
    primary key (merchant_id, package_id),
    foreign key (merchant_id, tracked_number_id) references tracked_number (merchant_id, id)
);
comment on table tracked_package is 'distributed: a parcel of a shipment that travels under a tracked number; several may share one';
comment on column tracked_package.delivered_at is 'event time under which the order''s units were counted as delivered; null = not yet';
create index tracked_package_of_number on tracked_package (merchant_id, tracked_number_id);
comment on index tracked_package_of_number is 'the parcels a scan is about';
alter table tracked_package enable row level security;
alter table tracked_package force row level security;
create policy tenant on tracked_package
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on tracked_package to baton_app;

create table tracking_scan (
    merchant_id       uuid        not null,
    tracked_number_id uuid        not null,
    occurred_at       timestamptz not null,
    code              text        not null check (code in (
        'PRE_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED')),
    words             text,
    place             text,
    recorded_at       timestamptz not null,
    primary key (merchant_id, tracked_number_id, occurred_at, code),
    foreign key (merchant_id, tracked_number_id) references tracked_number (merchant_id, id)
);
comment on table tracking_scan is 'distributed: one event a carrier reported, stored once however often it is told; a number without a tracked_package is an unmatched one';
comment on column tracking_scan.words is 'the carrier''s own words; null = none';
alter table tracking_scan enable row level security;
alter table tracking_scan force row level security;
create policy tenant on tracking_scan
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on tracking_scan to baton_app;
