-- Held orders that are released together because what held them is known now.

create table hold_release (
    merchant_id uuid        not null,
    release_id  uuid        not null,
    wanted      jsonb       not null,
    why         text        not null,
    after_order uuid        not null,
    orders      bigint      not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (merchant_id, release_id),
    check (orders >= 0)
);
comment on table hold_release is 'distributed: one release of many orders, page by page, oldest order first';
comment on column hold_release.wanted is 'which holds: SKUs by store, and their kinds, with schemaVersion';
comment on column hold_release.after_order is 'orders up to this one were looked at';
comment on column hold_release.orders is 'orders that were released so far';
alter table hold_release enable row level security;
alter table hold_release force row level security;
create policy tenant on hold_release using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on hold_release to baton_app;
