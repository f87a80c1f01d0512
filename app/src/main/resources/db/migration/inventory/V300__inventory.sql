-- Inventory: what suppliers say they have, what we have promised of it, and what their figure lacks already.

create table stock (
    merchant_id       uuid        not null,
    offer_id          uuid        not null,
    sku_id            uuid        not null,
    supplier_id       uuid        not null,
    observed          integer     not null,
    buffer            integer     not null,
    uncovered         bigint      not null,
    observed_at       timestamptz,
    observed_sequence bigint,
    left_out          boolean     not null,
    discontinued      boolean     not null,
    short_since       timestamptz,
    primary key (merchant_id, offer_id),
    check (observed >= 0 and buffer >= 0 and uncovered >= 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table stock is 'distributed: one row per offer; available to sell = observed - buffer - uncovered';
comment on column stock.observed is 'selling units by the last observation that applied';
comment on column stock.buffer is 'selling units kept back whatever the supplier says';
comment on column stock.uncovered is 'sum over the claims of the offer: promised units the observation still contains';
comment on column stock.observed_at is 'effective time of the last run that listed the offer; null = never observed';
comment on column stock.observed_sequence is 'the supplier''s own number of that run, where it numbers them';
comment on column stock.left_out is 'true: the last full run left it out and was not to be read as zero, so the scope''s times do not speak for it';
comment on column stock.discontinued is 'true: the supplier dropped the item';
comment on column stock.short_since is 'since when observed < uncovered; a task is open';
-- what a full run left out
create index stock_scope on stock (merchant_id, supplier_id, offer_id);
alter table stock enable row level security;
alter table stock force row level security;
create policy tenant on stock using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock to baton_app;

-- No foreign key to stock: the guarded update of the stock row in the same transaction is the check, and a
-- foreign key would look every row up once more on the hot road.
create table stock_claim (
    merchant_id   uuid        not null,
    claim_id      uuid        not null,
    offer_id      uuid        not null,
    sku_id        uuid        not null,
    order_line_id uuid        not null,
    quantity      integer     not null,
    released      integer     not null,
    sent          integer     not null,
    acknowledged  integer     not null,
    shipped       integer     not null,
    deducted      integer     not null,
    uncovered     integer     not null,
    claimed_at    timestamptz not null,
    primary key (merchant_id, claim_id),
    check (quantity > 0 and released >= 0 and released <= quantity),
    check (sent >= 0 and acknowledged >= 0 and shipped >= 0 and deducted >= 0 and uncovered >= 0)
) with (fillfactor = 85);
comment on table stock_claim is 'distributed: units of an offer promised to one allocation, and what became of the promise';
comment on column stock_claim.claim_id is 'the allocation''s id';
comment on column stock_claim.released is 'units given back: not sent, rejected, or cancelled and confirmed';
comment on column stock_claim.deducted is 'units that have left the supplier''s own figure';
comment on column stock_claim.uncovered is 'units still to be deducted, and deducted ones no observation contains yet';
alter table stock_claim enable row level security;
alter table stock_claim force row level security;
create policy tenant on stock_claim using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock_claim to baton_app;

create table stock_release (
    merchant_id uuid        not null,
    claim_id    uuid        not null,
    cause_id    uuid        not null,
    quantity    integer     not null,
    why         text        not null,
    released_at timestamptz not null,
    primary key (merchant_id, claim_id, cause_id),
    foreign key (merchant_id, claim_id) references stock_claim (merchant_id, claim_id)
);
comment on table stock_release is 'distributed: every giving back of a claim, once per cause';
alter table stock_release enable row level security;
alter table stock_release force row level security;
create policy tenant on stock_release using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on stock_release to baton_app;

create table stock_deduction (
    merchant_id  uuid        not null,
    claim_id     uuid        not null,
    cause_id     uuid        not null,
    cause        text        not null,
    offer_id     uuid        not null,
    supplier_id  uuid        not null,
    reported     integer     not null,
    quantity     integer     not null,
    effective_at timestamptz not null,
    covered_at   timestamptz,
    primary key (merchant_id, claim_id, cause_id),
    foreign key (merchant_id, claim_id) references stock_claim (merchant_id, claim_id),
    check (cause in ('SENT', 'ACKNOWLEDGED', 'SHIPPED') and reported > 0 and quantity >= 0)
) with (fillfactor = 85);
comment on table stock_deduction is 'distributed: units leaving the supplier''s own figure, once per cause';
comment on column stock_deduction.reported is 'units of the event';
comment on column stock_deduction.quantity is 'units of it that no earlier event had deducted already, less those the supplier took back';
comment on column stock_deduction.effective_at is 'when they left the figure';
comment on column stock_deduction.covered_at is 'when an observation younger than effective_at plus grace lowered uncovered by quantity; null = not yet';
-- the few deductions of a scope that wait for an observation
create index stock_deduction_open on stock_deduction (merchant_id, supplier_id, offer_id) where covered_at is null;
alter table stock_deduction enable row level security;
alter table stock_deduction force row level security;
create policy tenant on stock_deduction using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on stock_deduction to baton_app;

create table feed_scope (
    merchant_id        uuid        not null,
    supplier_id        uuid        not null,
    full_at            timestamptz,
    full_sequence      bigint,
    announced_at       timestamptz,
    announced_sequence bigint,
    delta_at           timestamptz,
    last_sequence      bigint,
    delta_trusted      boolean     not null,
    primary key (merchant_id, supplier_id)
);
comment on table feed_scope is 'distributed: up to when a supplier''s feeds speak for offers they did not list; locked by whoever merges one';
comment on column feed_scope.full_at is 'effective time of the newest full run that was merged to its end';
comment on column feed_scope.announced_at is 'effective time of the newest full run that began; older runs are superseded from then on';
comment on column feed_scope.delta_at is 'effective time of the newest delta whose silence confirms';
comment on column feed_scope.delta_trusted is 'false: a delta is missing from the numbers, silence confirms nothing until the next full run';
alter table feed_scope enable row level security;
alter table feed_scope force row level security;
create policy tenant on feed_scope using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on feed_scope to baton_app;

create table feed_run (
    merchant_id  uuid        not null,
    feed_run_id  uuid        not null,
    supplier_id  uuid        not null,
    mode         text        not null,
    observed_at  timestamptz,
    effective_at timestamptz not null,
    sequence     bigint,
    received_at  timestamptz not null,
    state        text        not null,
    listed       integer     not null,
    applied      integer     not null,
    unchanged    integer     not null,
    superseded   integer     not null,
    faults       integer     not null,
    primary key (merchant_id, feed_run_id),
    check (mode in ('FULL', 'DELTA') and state in ('MERGING', 'MERGED', 'INTERRUPTED', 'QUARANTINED'))
);
comment on table feed_run is 'distributed: one stock file or message of a supplier';
comment on column feed_run.observed_at is 'the feed''s own time, null when it has none';
comment on column feed_run.effective_at is 'the time its figures are believed to be of: its own, clamped to its arrival, else arrival less the agreed age';
comment on column feed_run.state is 'MERGING until its last row is in; INTERRUPTED when it stopped half-way and a later run took over';
-- the runs a later one finds stopped half-way
create index feed_run_merging on feed_run (merchant_id, supplier_id) where state = 'MERGING';
alter table feed_run enable row level security;
alter table feed_run force row level security;
create policy tenant on feed_run using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on feed_run to baton_app;

create table feed_fault (
    merchant_id  uuid    not null,
    feed_run_id  uuid    not null,
    row_number   integer not null,
    supplier_sku text    not null,
    message      text    not null,
    primary key (merchant_id, feed_run_id, row_number),
    foreign key (merchant_id, feed_run_id) references feed_run (merchant_id, feed_run_id)
);
comment on table feed_fault is 'distributed: a row of a feed that could not be taken as it was, the first thousand of a run';
alter table feed_fault enable row level security;
alter table feed_fault force row level security;
create policy tenant on feed_fault using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on feed_fault to baton_app;

create table stock_observation (
    merchant_id  uuid        not null,
    offer_id     uuid        not null,
    source_id    uuid        not null,
    source       text        not null,
    effective_at timestamptz not null,
    quantity     integer     not null,
    was          integer     not null,
    outcome      text        not null,
    primary key (merchant_id, offer_id, source_id),
    check (source in ('FEED', 'REJECTION') and outcome in ('APPLIED', 'SUPERSEDED'))
);
comment on table stock_observation is 'distributed: the ledger of figures that changed an offer or came too late; unchanged ones leave no row';
comment on column stock_observation.source_id is 'the feed run, or the rejection';
comment on column stock_observation.was is 'the figure before';
alter table stock_observation enable row level security;
alter table stock_observation force row level security;
create policy tenant on stock_observation using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on stock_observation to baton_app;

create table waiting_demand (
    merchant_id   uuid        not null,
    sku_id        uuid        not null,
    order_line_id uuid        not null,
    quantity      integer     not null,
    since         timestamptz not null,
    primary key (merchant_id, sku_id, order_line_id),
    check (quantity > 0)
);
comment on table waiting_demand is 'distributed: ordered units no supplier has, by the goods SKU they need; served oldest first';
alter table waiting_demand enable row level security;
alter table waiting_demand force row level security;
create policy tenant on waiting_demand using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on waiting_demand to baton_app;
