-- What may be sold, told to the stores: which stores are told, what each of their variants shows and should show.

create table availability_switch (
    merchant_id uuid        not null,
    store_id    uuid        not null,
    enabled     boolean     not null,
    location_id text        not null,
    since       timestamptz not null,
    plan_after  text,
    primary key (merchant_id, store_id)
);
comment on table availability_switch is 'distributed: the stores whose stock Baton keeps; no row = not this store';
comment on column availability_switch.location_id is 'digits of the store''s location whose figures are kept';
comment on column availability_switch.since is 'when it was switched on, or given another location; figures are read some seconds later, when every node knows';
comment on column availability_switch.plan_after is 'the last variant of a plan of the whole store that is under way, empty = from the first; null = none is';
alter table availability_switch enable row level security;
alter table availability_switch force row level security;
create policy tenant on availability_switch using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on availability_switch to baton_app;

create table availability_touch (
    merchant_id uuid not null,
    touch_id    uuid not null,
    sku_id      uuid,
    sku_code    text,
    primary key (merchant_id, touch_id),
    check ((sku_id is null) <> (sku_code is null))
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table availability_touch is 'distributed: SKUs whose availability changed and was not looked at yet; a SKU may stand here many times, so that nobody waits for anybody to write one';
alter table availability_touch enable row level security;
alter table availability_touch force row level security;
create policy tenant on availability_touch using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on availability_touch to baton_app;

create table store_figure (
    merchant_id   uuid        not null,
    store_id      uuid        not null,
    variant_id    text        not null,
    figure_id     uuid        not null,
    item_id       text,
    sku           text,
    title         text        not null,
    state         text        not null,
    sells_on      boolean     not null,
    desired       integer     not null,
    limited_by    text,
    in_store      integer,
    unseen        integer     not null,
    unseen_at     timestamptz,
    anchored_at   timestamptz,
    plan_due      boolean     not null,
    pending       boolean     not null,
    must_read     boolean     not null,
    push_id       uuid,
    push_quantity integer,
    push_from     integer,
    generation    integer     not null,
    trouble       text,
    why           text,
    changed_at    timestamptz not null,
    read_at       timestamptz,
    pushed_at     timestamptz,
    primary key (merchant_id, store_id, variant_id),
    check (state in ('OFFERED', 'UNMAPPED', 'NOT_SHIPPED', 'NOT_TRACKED', 'NO_ITEM', 'NOT_LISTED')),
    check (trouble in ('GONE', 'NOT_TRACKED', 'NOT_STOCKED', 'REFUSED')),
    check (desired >= 0),
    check ((push_id is null) = (push_quantity is null) and (push_id is null) = (push_from is null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table store_figure is 'distributed: what a store shows of one variant at the kept location, and what it should; locked in the order of its key, after any stock';
comment on column store_figure.item_id is 'digits of the store''s inventory item';
comment on column store_figure.state is 'OFFERED is kept; the others are left alone: no SKU of ours, never shipped, not counted by the store, no inventory item, not listed any more';
comment on column store_figure.sells_on is 'the store goes on selling at zero';
comment on column store_figure.desired is 'what may be sold by all we know; the store is told this less unseen, and never below 0';
comment on column store_figure.limited_by is 'code of the SKU that sets the figure; of a bundle the scarcest part';
comment on column store_figure.in_store is 'what the store is believed to show: last read or told, less what was sold there since by the orders we know; null = never read';
comment on column store_figure.unseen is 'units the store lacks of what it was told and no order we know explains: sold there, the order on its way; below 0 = given back there and not told yet';
comment on column store_figure.anchored_at is 'since when the counting holds: orders placed before it are in the figure already';
comment on column store_figure.plan_due is 'desired is to be worked out anew';
comment on column store_figure.pending is 'the store is to be read or told';
comment on column store_figure.must_read is 'the store refused a figure as stale: read it before it is told';
comment on column store_figure.push_id is 'a call to the store that has no answer yet, and its idempotency key; it is repeated with the same figures until it has one';
comment on column store_figure.generation is 'grows with every call to the store; an answer to a question asked before one is thrown away';
comment on column store_figure.trouble is 'what the store answered for this variant; it is left alone until the nightly look';
create unique index store_figure_id on store_figure (merchant_id, store_id, figure_id);
comment on index store_figure_id is 'pages of the list';
create index store_figure_pending on store_figure (merchant_id, store_id, variant_id) where pending;
comment on index store_figure_pending is 'what is to be read or told';
create index store_figure_due on store_figure (merchant_id, store_id, variant_id) where plan_due;
comment on index store_figure_due is 'what is to be worked out anew';
create index store_figure_push on store_figure (merchant_id, store_id, push_id) where push_id is not null;
comment on index store_figure_push is 'calls without an answer';
create index store_figure_sku on store_figure (merchant_id, store_id, sku);
comment on index store_figure_sku is 'the variants an order''s line may be of';
create index store_figure_warned on store_figure (merchant_id, store_id) where state = 'NOT_TRACKED' or sells_on or trouble is not null;
comment on index store_figure_warned is 'what a person is warned of';
alter table store_figure enable row level security;
alter table store_figure force row level security;
create policy tenant on store_figure using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_figure to baton_app;

create table store_sale (
    merchant_id    uuid        not null,
    store_id       uuid        not null,
    store_order_id text        not null,
    sku            text        not null,
    units          integer     not null,
    noted_at       timestamptz not null,
    primary key (merchant_id, store_id, store_order_id, sku),
    check (units >= 0)
);
comment on table store_sale is 'distributed: units of a SKU the store took off its own figure for an order, as we last saw the order; kept for half a year';
create index store_sale_age on store_sale (merchant_id, store_id, noted_at);
comment on index store_sale_age is 'what is old enough to be forgotten';
alter table store_sale enable row level security;
alter table store_sale force row level security;
create policy tenant on store_sale using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on store_sale to baton_app;

create table availability_check (
    merchant_id uuid        not null,
    check_id    uuid        not null,
    store_id    uuid        not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    after       text        not null,
    checked     integer     not null,
    drifted     integer     not null,
    reason      text,
    primary key (merchant_id, check_id),
    check (checked >= 0 and drifted >= 0)
);
comment on table availability_check is 'distributed: one comparison of all figures of a store with what it was told';
comment on column availability_check.after is 'the last variant that was compared; empty = none yet';
comment on column availability_check.reason is 'why it ended early; null = it did not';
create unique index availability_check_open on availability_check (merchant_id, store_id) where ended_at is null;
comment on index availability_check_open is 'one of a store at a time';
create index availability_check_of_store on availability_check (merchant_id, store_id, check_id);
comment on index availability_check_of_store is 'the last one of a store';
alter table availability_check enable row level security;
alter table availability_check force row level security;
create policy tenant on availability_check using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on availability_check to baton_app;

create table availability_drift (
    merchant_id uuid        not null,
    check_id    uuid        not null,
    drift_id    uuid        not null,
    store_id    uuid        not null,
    variant_id  text        not null,
    kind        text        not null,
    expected    integer     not null,
    found       integer     not null,
    primary key (merchant_id, check_id, drift_id),
    foreign key (merchant_id, check_id) references availability_check (merchant_id, check_id),
    check (kind in ('LOWER', 'HIGHER', 'UNEXPLAINED'))
);
comment on table availability_drift is 'distributed: a figure that was not what the store had been told, or units no order explained within a day';
alter table availability_drift enable row level security;
alter table availability_drift force row level security;
create policy tenant on availability_drift using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on availability_drift to baton_app;
