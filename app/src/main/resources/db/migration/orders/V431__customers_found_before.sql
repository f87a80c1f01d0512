-- Orders that were placed before customers could be found are made findable once, in the background.

create table customer_search_fill (
    merchant_id uuid        not null,
    reached     uuid        not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (merchant_id)
);
comment on table customer_search_fill is 'distributed: how far the orders from before the search of customers are made findable';
comment on column customer_search_fill.reached is 'the last order that was looked at, in the order of the key';
alter table customer_search_fill enable row level security;
alter table customer_search_fill force row level security;
create policy tenant on customer_search_fill using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on customer_search_fill to baton_app;
