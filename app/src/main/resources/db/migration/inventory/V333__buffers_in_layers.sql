-- Units kept back, in layers: the most specific of an offer's counts, and a store may be left less.

create table stock_buffer (
    merchant_id uuid    not null,
    layer       text    not null,
    subject     uuid    not null,
    sku_id      uuid    not null,
    units       integer not null,
    primary key (merchant_id, layer, subject, sku_id),
    check (layer in ('SUPPLIER', 'SKU', 'OFFER', 'STORE') and units >= 0),
    check (layer = 'STORE' or sku_id = '00000000-0000-0000-0000-000000000000')
);
comment on table stock_buffer is 'distributed: units never to sell, as they were stated; stock.buffer has what counts for each offer';
comment on column stock_buffer.layer is 'what is meant: everything of a SUPPLIER, a SKU whoever has it, one OFFER, or what one STORE must leave; of the first three the last that is stated counts';
comment on column stock_buffer.subject is 'the supplier, SKU, offer or store';
comment on column stock_buffer.sku_id is 'the only SKU a store must leave units of; all zeros = each';
alter table stock_buffer enable row level security;
alter table stock_buffer force row level security;
create policy tenant on stock_buffer using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on stock_buffer to baton_app;

-- what was stated so far, offer by offer
alter table stock no force row level security;
alter table stock_buffer no force row level security;
insert into stock_buffer (merchant_id, layer, subject, sku_id, units)
select merchant_id, 'OFFER', offer_id, '00000000-0000-0000-0000-000000000000', buffer from stock where buffer > 0;
alter table stock force row level security;
alter table stock_buffer force row level security;
comment on column stock.buffer is 'selling units kept back whatever the supplier says: the most specific layer of stock_buffer';
