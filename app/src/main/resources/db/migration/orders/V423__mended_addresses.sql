-- Addresses a person mended here, so that the store's next version does not undo it.

create table mended_address (
    merchant_id    uuid  not null,
    sales_order_id uuid  not null,
    address_print  bytea not null,
    told_print     bytea not null,
    primary key (merchant_id, sales_order_id)
);
comment on table mended_address is 'distributed: an order whose address was mended here; it stands until the store sends another address than the one that was mended';
comment on column mended_address.address_print is 'keyed digest of the store''s address that was mended';
comment on column mended_address.told_print is 'sales_order.ship_print as the store''s own words make it, to see whether anything else of the delivery changes';
alter table mended_address enable row level security;
alter table mended_address force row level security;
create policy tenant on mended_address using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on mended_address to baton_app;
