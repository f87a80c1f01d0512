-- Products as the stores sell them: what a store lists, kept current by pull and webhook.

create table store_product (
    merchant_id uuid        not null,
    store_id    uuid        not null,
    product_id  text        not null,
    id          uuid        not null,
    title       text        not null,
    status      text        not null,
    image_url   text,
    updated_at  timestamptz not null,
    observed_at timestamptz not null,
    seen_pull   uuid,
    removed_at  timestamptz,
    deleted     boolean     not null,
    primary key (merchant_id, store_id, product_id),
    unique (merchant_id, id),
    check (status in ('ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED', 'OTHER')),
    check (not deleted or removed_at is not null)
);
comment on table store_product is 'distributed: a product of a store and its newest known version; locked first by whatever brings one';
comment on column store_product.product_id is 'the store''s own id, digits only for Shopify';
comment on column store_product.updated_at is 'the store''s time of the version that stands';
comment on column store_product.observed_at is 'when the store set off or told the version that stands; tells two versions of one second apart';
comment on column store_product.seen_pull is 'the last whole pull that listed it; one that lists it no more removes it';
comment on column store_product.removed_at is 'the store does not list it any more; null = it does';
comment on column store_product.deleted is 'true: the store said it deleted the product, for ever; a late message does not bring it back';
alter table store_product enable row level security;
alter table store_product force row level security;
create policy tenant on store_product using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_product to baton_app;

create table listing (
    merchant_id       uuid    not null,
    listing_id        uuid    not null,
    store_id          uuid    not null,
    product_id        text    not null,
    variant_id        text    not null,
    title             text    not null,
    options           text,
    sku               text,
    sku_key           text,
    barcode           text,
    gtin              text,
    price_minor       bigint  not null,
    currency          text    not null,
    inventory_item_id text,
    tracked           boolean,
    sells_without_stock boolean,
    requires_shipping boolean not null,
    weight_grams      integer not null,
    removed_at        timestamptz,
    primary key (merchant_id, listing_id),
    unique (merchant_id, store_id, variant_id),
    foreign key (merchant_id, store_id, product_id) references store_product (merchant_id, store_id, product_id),
    check (price_minor >= 0 and weight_grams >= 0)
);
comment on table listing is 'distributed: one variant a store sells, as the store says';
comment on column listing.title is 'product and variant in one line, as a person knows it';
comment on column listing.options is 'the variant''s options in words, such as Size: M, Colour: Red; null when it has none';
comment on column listing.sku is 'the SKU the store gave it, as an order''s line will carry it; null when it gave none';
comment on column listing.sku_key is 'letters and digits of the SKU in upper case, to find one written otherwise';
comment on column listing.gtin is 'the barcode as GTIN-14 when its check digit is right, else null';
comment on column listing.tracked is 'whether the store counts its stock; null when it was not told';
comment on column listing.sells_without_stock is 'true: the store goes on selling at zero; null when it was not told';
-- what an order's SKU of a store stands for, and which listings share one
create index listing_sku on listing (merchant_id, store_id, sku) where removed_at is null;
-- the variants of a product
create index listing_product on listing (merchant_id, store_id, product_id);
alter table listing enable row level security;
alter table listing force row level security;
create policy tenant on listing using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on listing to baton_app;
