-- What the merchant sells, and which supplier offers it at what cost.

create table sku (
    merchant_id       uuid    not null,
    sku_id            uuid    not null,
    code              text    not null,
    title             text    not null,
    weight_grams      integer not null,
    requires_shipping boolean not null,
    bundle            boolean not null,
    primary key (merchant_id, sku_id),
    unique (merchant_id, code),
    check (weight_grams >= 0)
);
comment on table sku is 'distributed: one thing the merchant sells, by the merchant''s own code';
comment on column sku.bundle is 'true: sold as one, made of the parts in bundle_part, never offered by a supplier itself';
alter table sku enable row level security;
alter table sku force row level security;
create policy tenant on sku using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on sku to baton_app;

create table bundle_part (
    merchant_id uuid    not null,
    bundle_id   uuid    not null,
    part_id     uuid    not null,
    quantity    integer not null,
    primary key (merchant_id, bundle_id, part_id),
    foreign key (merchant_id, bundle_id) references sku (merchant_id, sku_id),
    foreign key (merchant_id, part_id) references sku (merchant_id, sku_id),
    check (quantity > 0 and bundle_id <> part_id)
);
comment on table bundle_part is 'distributed: what one unit of a bundle is made of';
-- a part may not become a bundle itself: asked whenever bundles are defined
create index bundle_part_of on bundle_part (merchant_id, part_id);
alter table bundle_part enable row level security;
alter table bundle_part force row level security;
create policy tenant on bundle_part using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on bundle_part to baton_app;

create table offer (
    merchant_id      uuid    not null,
    offer_id         uuid    not null,
    sku_id           uuid    not null,
    supplier_id      uuid    not null,
    ship_from        text    not null,
    supplier_sku     text    not null,
    unit_cost_micros bigint  not null,
    currency         text    not null,
    pack_size        integer not null,
    countries        text[]  not null,
    lead_time_days   integer not null,
    primary key (merchant_id, offer_id),
    -- the offers of a SKU; what an offer is known by when it is defined again
    unique (merchant_id, sku_id, supplier_id, ship_from),
    -- two offers of one supplier's item at one place would count the same stock twice; also finds a feed's rows
    unique (merchant_id, supplier_id, supplier_sku, ship_from),
    foreign key (merchant_id, sku_id) references sku (merchant_id, sku_id),
    check (unit_cost_micros >= 0 and pack_size > 0 and lead_time_days >= 0)
);
comment on table offer is 'distributed: a supplier ships this SKU from this place at this cost';
comment on column offer.unit_cost_micros is '10^-6 of the currency per selling unit';
comment on column offer.pack_size is 'selling units the supplier ships together; a purchase is a multiple of it';
comment on column offer.countries is 'ISO 3166-1 alpha-2 it may be shipped to; empty = everywhere';
alter table offer enable row level security;
alter table offer force row level security;
create policy tenant on offer using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on offer to baton_app;

create table offer_cost (
    merchant_id      uuid        not null,
    offer_id         uuid        not null,
    since            timestamptz not null,
    unit_cost_micros bigint      not null,
    currency         text        not null,
    primary key (merchant_id, offer_id, since),
    foreign key (merchant_id, offer_id) references offer (merchant_id, offer_id)
);
comment on table offer_cost is 'distributed: every cost an offer ever had, from when';
alter table offer_cost enable row level security;
alter table offer_cost force row level security;
create policy tenant on offer_cost using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on offer_cost to baton_app;
