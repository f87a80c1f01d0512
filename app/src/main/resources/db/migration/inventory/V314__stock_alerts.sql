-- Alerts in days of cover: what was sold day by day, when to warn, what was warned of.

create table stock_sold (
    merchant_id uuid    not null,
    sku_id      uuid    not null,
    day         date    not null,
    units       integer not null,
    primary key (merchant_id, sku_id, day),
    check (units > 0)
);
comment on table stock_sold is 'distributed: units of a SKU promised to orders on a day and not given back, of the days the sales rate is made of';
comment on column stock_sold.day is 'UTC';
alter table stock_sold enable row level security;
alter table stock_sold force row level security;
create policy tenant on stock_sold using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on stock_sold to baton_app;

create table stock_watch (
    merchant_id uuid        not null,
    begun_at    timestamptz not null,
    looked_at   timestamptz not null,
    whole_on    date,
    primary key (merchant_id)
);
comment on table stock_watch is 'distributed: how far a merchant''s stock was looked at';
comment on column stock_watch.looked_at is 'claims up to then were looked at';
comment on column stock_watch.whole_on is 'the last day, UTC, on which everything that sells was looked at; null = never';
alter table stock_watch enable row level security;
alter table stock_watch force row level security;
create policy tenant on stock_watch using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock_watch to baton_app;

create table stock_turn (
    merchant_id uuid    not null,
    supplier_id uuid    not null,
    planned     boolean not null,
    primary key (merchant_id, supplier_id)
);
comment on table stock_turn is 'distributed: whether a look after a supplier''s new figures is planned already';
alter table stock_turn enable row level security;
alter table stock_turn force row level security;
create policy tenant on stock_turn using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock_turn to baton_app;

create table stock_threshold (
    merchant_id uuid    not null,
    subject_id  uuid    not null,
    scope       text    not null,
    low_days    integer,
    stale_days  integer,
    primary key (merchant_id, subject_id),
    check (scope in ('MERCHANT', 'SUPPLIER', 'SKU')),
    check (low_days is null or low_days between 0 and 365),
    check (stale_days is null or stale_days between 0 and 365)
);
comment on table stock_threshold is 'distributed: when to warn, for all, for a supplier''s offers, for a SKU; the nearer one counts';
comment on column stock_threshold.low_days is 'days of cover below which a SKU is low; 0 = never, null = as the next wider one says';
comment on column stock_threshold.stale_days is 'days after which a figure is stale; 0 = never, null = as the next wider one says';
alter table stock_threshold enable row level security;
alter table stock_threshold force row level security;
create policy tenant on stock_threshold using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on stock_threshold to baton_app;

create table stock_alert (
    merchant_id  uuid        not null,
    alert_id     uuid        not null,
    kind         text        not null,
    subject_id   uuid        not null,
    sku_id       uuid        not null,
    supplier_id  uuid,
    available    bigint      not null,
    sold         integer     not null,
    sold_days    integer     not null,
    threshold    integer     not null,
    raised_at    timestamptz not null,
    closed_at    timestamptz,
    primary key (merchant_id, alert_id),
    check (kind in ('LOW', 'OUT', 'BACK', 'DISCONTINUED', 'STALE'))
);
comment on table stock_alert is 'distributed: what was warned of, once each, and when it was over';
comment on column stock_alert.subject_id is 'the SKU, or the offer of a discontinued or stale one';
comment on column stock_alert.available is 'selling units that could be sold when it was raised';
comment on column stock_alert.sold is 'units sold in the sold_days days before';
comment on column stock_alert.threshold is 'the days it was measured by; 0 = none';
create unique index stock_alert_open on stock_alert (merchant_id, kind, subject_id) where closed_at is null;
-- the open alerts of SKUs that are looked at
create index stock_alert_sku on stock_alert (merchant_id, sku_id) where closed_at is null;
alter table stock_alert enable row level security;
alter table stock_alert force row level security;
create policy tenant on stock_alert using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock_alert to baton_app;

-- a day's claims lie beside each other: this index costs next to nothing to keep
create index stock_claim_day on stock_claim using brin (merchant_id, claimed_at);
-- the rows of a SKU, and whether a supplier has one
create index stock_sku on stock (merchant_id, sku_id, supplier_id);
