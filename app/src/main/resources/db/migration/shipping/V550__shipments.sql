-- What suppliers said they handed to a carrier.
create table shipment (
    merchant_id        uuid        not null,
    id                 uuid        not null,
    purchase_order_id  uuid        not null,
    sales_order_id     uuid        not null,
    supplier_id        uuid        not null,
    supplier_reference text        not null,
    body_hash          bytea       not null,
    shipped_at         timestamptz not null,
    recorded_at        timestamptz not null,
    primary key (merchant_id, id),
    unique (merchant_id, supplier_id, supplier_reference)
);
comment on table shipment is 'distributed: one notice of a supplier that goods left; unique by the supplier''s own reference';
comment on column shipment.body_hash is 'SHA-256 of the notice''s content: another content under the same reference is refused';
comment on column shipment.shipped_at is 'when the supplier says the goods left';
create index shipment_of_purchase_order on shipment (merchant_id, purchase_order_id);
comment on index shipment_of_purchase_order is 'the shipments of one purchase order, for its page';
create index shipment_of_sales_order on shipment (merchant_id, sales_order_id);
comment on index shipment_of_sales_order is 'the shipments of one order, for its page';
alter table shipment enable row level security;
alter table shipment force row level security;
create policy tenant on shipment
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on shipment to baton_app;

create table shipment_package (
    merchant_id     uuid    not null,
    id              uuid    not null,
    shipment_id     uuid    not null,
    position        integer not null,
    carrier_said    text    not null,
    carrier_code    text    not null,
    carrier_guessed boolean not null,
    tracking_said   text    not null,
    tracking_number text    not null,
    tracking_url    text,
    weight_grams    integer,
    remark          text,
    primary key (merchant_id, id),
    unique (merchant_id, shipment_id, position),
    foreign key (merchant_id, shipment_id) references shipment (merchant_id, id)
);
comment on table shipment_package is 'distributed: one parcel of a shipment; a number may stand on parcels of several orders';
comment on column shipment_package.carrier_said is 'carrier in the supplier''s words; empty = not named';
comment on column shipment_package.carrier_code is 'carrier as we call it; ''unknown'' when neither word nor number tell';
comment on column shipment_package.carrier_guessed is 'recognised from the number, not stated by the supplier';
comment on column shipment_package.tracking_said is 'tracking number as written by the supplier';
comment on column shipment_package.tracking_number is 'without blanks and dashes, in capitals';
comment on column shipment_package.remark is 'what is wrong with the number; null = recognised and its check digit holds';
alter table shipment_package enable row level security;
alter table shipment_package force row level security;
create policy tenant on shipment_package
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on shipment_package to baton_app;

create table shipment_package_line (
    merchant_id   uuid    not null,
    package_id    uuid    not null,
    line          integer not null,
    allocation_id uuid    not null,
    order_line_id uuid    not null,
    quantity      integer not null check (quantity >= 0),
    excess        integer not null check (excess >= 0),
    primary key (merchant_id, package_id, line),
    check (quantity + excess > 0),
    foreign key (merchant_id, package_id) references shipment_package (merchant_id, id)
);
comment on table shipment_package_line is 'distributed: the units of one purchase order line in one parcel';
comment on column shipment_package_line.quantity is 'units that were owed';
comment on column shipment_package_line.excess is 'units beyond that, as the supplier reported them: too many, or cancelled before';
alter table shipment_package_line enable row level security;
alter table shipment_package_line force row level security;
create policy tenant on shipment_package_line
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on shipment_package_line to baton_app;
