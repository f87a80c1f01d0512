-- What a store's SKU stands for, and what helps to find it out.

alter table sku
    add column gtin text,
    add column code_key text;
comment on column sku.gtin is 'the number under the barcode, as GTIN-14; null when not known';
comment on column sku.code_key is 'letters and digits of the code in upper case, to find one written otherwise; null when it has none';
alter table sku no force row level security;
update sku set code_key = nullif(upper(regexp_replace(code, '[^[:alnum:]]', '', 'g')), '');
alter table sku force row level security;
-- matches by barcode
create index sku_gtin on sku (merchant_id, gtin) where gtin is not null;
-- matches by a code written otherwise
create index sku_code_key on sku (merchant_id, code_key) where code_key is not null;

create table sku_word (
    merchant_id uuid not null,
    word        text collate "C" not null,
    sku_id      uuid not null,
    primary key (merchant_id, word, sku_id),
    foreign key (merchant_id, sku_id) references sku (merchant_id, sku_id)
);
comment on table sku_word is 'distributed: the words of a SKU''s title, lower case; where a search for similar titles begins';
-- the words of one SKU, when its title changes
create index sku_word_of_sku on sku_word (merchant_id, sku_id);
alter table sku_word enable row level security;
alter table sku_word force row level security;
create policy tenant on sku_word using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on sku_word to baton_app;
alter table sku no force row level security;
alter table sku_word no force row level security;
insert into sku_word (merchant_id, word, sku_id)
select distinct s.merchant_id, w.word, s.sku_id
from sku s cross join lateral regexp_split_to_table(lower(s.title), '[^[:alnum:]]+') as w (word)
where length(w.word) between 2 and 40;
alter table sku force row level security;
alter table sku_word force row level security;

create table sku_mapping (
    merchant_id uuid    not null,
    store_id    uuid    not null,
    store_sku   text    not null,
    country     text    not null,
    sku_id      uuid    not null,
    quantity    integer not null,
    primary key (merchant_id, store_id, store_sku, country, sku_id),
    foreign key (merchant_id, sku_id) references sku (merchant_id, sku_id),
    check (quantity > 0 and country ~ '^([A-Z]{2})?$')
);
comment on table sku_mapping is 'distributed: what one unit of a store''s SKU is made of; stands before a SKU of the same code';
comment on column sku_mapping.country is 'ISO 3166-1 alpha-2 the order goes to; empty = every country without a mapping of its own';
comment on column sku_mapping.quantity is 'units of the SKU in one unit the store sells: 6 for a pack of six';
-- a SKU that is mapped to may not lose its meaning unseen
create index sku_mapping_of_sku on sku_mapping (merchant_id, sku_id);
alter table sku_mapping enable row level security;
alter table sku_mapping force row level security;
create policy tenant on sku_mapping using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on sku_mapping to baton_app;
