-- SKUs whose waiting orders are served by a person, not by the next stock.

create table backorder_by_hand (
    merchant_id uuid        not null,
    sku_id      uuid        not null,
    since       timestamptz not null,
    primary key (merchant_id, sku_id)
);
comment on table backorder_by_hand is 'distributed: what waits for these SKUs is released by a person after a rehearsal';
alter table backorder_by_hand enable row level security;
alter table backorder_by_hand force row level security;
create policy tenant on backorder_by_hand using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on backorder_by_hand to baton_app;
