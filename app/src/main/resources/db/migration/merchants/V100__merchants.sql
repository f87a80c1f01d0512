-- Merchants: settings, stores, dated exchange rates.

create table merchant (
    merchant_id               uuid        not null primary key,
    name                      text        not null,
    book_currency             text        not null,
    zone                      text        not null,
    value_limit_minor         bigint      not null,
    may_split_lines           boolean     not null,
    split_penalty_minor       bigint      not null,
    max_reroutes              integer     not null,
    duplicate_window_hours    integer     not null,
    grace_seconds             integer     not null,
    blocked_countries         text[]      not null,
    require_data_permission   boolean     not null,
    hold_unpaid               boolean     not null,
    created_at                timestamptz not null,
    check (value_limit_minor >= 0 and split_penalty_minor >= 0 and max_reroutes >= 0),
    check (duplicate_window_hours >= 0 and grace_seconds >= 0)
);
comment on table merchant is 'distributed: the tenant itself and its settings';
comment on column merchant.value_limit_minor is 'orders worth more are held; minor units of the book currency; 0 = no limit';
alter table merchant enable row level security;
alter table merchant force row level security;
create policy tenant on merchant using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on merchant to baton_app;

create table store (
    merchant_id uuid        not null,
    store_id    uuid        not null,
    code        text        not null,
    kind        text        not null,
    name        text        not null,
    currency    text        not null,
    zone        text        not null,
    live        boolean     not null,
    created_at  timestamptz not null,
    primary key (merchant_id, store_id),
    unique (merchant_id, code),
    check (kind in ('shopify', 'api'))
);
comment on table store is 'distributed: where customers order';
alter table store enable row level security;
alter table store force row level security;
create policy tenant on store using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store to baton_app;

create table fx_rate (
    merchant_id   uuid   not null,
    from_currency text   not null,
    to_currency   text   not null,
    as_of         date   not null,
    rate_micros   bigint not null,
    primary key (merchant_id, from_currency, to_currency, as_of),
    check (rate_micros > 0)
);
comment on table fx_rate is 'distributed: dated exchange rates; 10^-6 units of to_currency per unit of from_currency';
alter table fx_rate enable row level security;
alter table fx_rate force row level security;
create policy tenant on fx_rate using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on fx_rate to baton_app;
