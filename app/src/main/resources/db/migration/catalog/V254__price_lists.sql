-- Suppliers' price lists as files: judged row by row without effect, then taken in, each row with what became of it.

create table price_run (
    merchant_id uuid        not null,
    run_id      uuid        not null,
    source_id   uuid        not null,
    supplier_id uuid        not null,
    stated_at   timestamptz not null,
    since       timestamptz not null,
    mends       uuid,
    proposal    boolean     not null,
    state       text        not null,
    reached_row bigint      not null,
    applied     integer     not null,
    planned     integer     not null,
    waiting     integer     not null,
    unchanged   integer     not null,
    unmatched   integer     not null,
    superseded  integer     not null,
    faults      integer     not null,
    reason      text,
    ended_at    timestamptz,
    primary key (merchant_id, run_id),
    check (state in ('JUDGING', 'PROPOSED', 'QUARANTINED', 'APPLYING', 'APPLIED', 'REFUSED')),
    check (reached_row >= 0)
) with (fillfactor = 70);
comment on table price_run is 'distributed: one price list of a supplier on its way into costs, and how far it is';
comment on column price_run.source_id is 'the price list it is an edition of; editions of one are compared with one another';
comment on column price_run.stated_at is 'when the supplier stated it: when the file arrived. What became known later is not overwritten by it';
comment on column price_run.since is 'from when a row holds that names no day of its own';
comment on column price_run.mends is 'the run whose faulty rows this one brings again; it speaks for the same time';
comment on column price_run.proposal is 'true: nothing changes before a person says so';
comment on column price_run.state is 'JUDGING while it is read without effect; then PROPOSED (a person wants to see it) or QUARANTINED (it looks wrong) until a person decides; APPLYING while it is read again and counts row by row; APPLIED at the end; REFUSED by a person or because it is no table';
comment on column price_run.reached_row is 'row of the file up to which all is done in this state; reading resumes behind it';
-- the later editions of a list
create index price_run_source on price_run (merchant_id, source_id, stated_at);
alter table price_run enable row level security;
alter table price_run force row level security;
create policy tenant on price_run using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on price_run to baton_app;

create table price_run_row (
    merchant_id        uuid        not null,
    run_id             uuid        not null,
    supplier_sku       text        not null,
    ship_from          text        not null,
    since              timestamptz not null,
    row_number         bigint      not null,
    outcome            text        not null,
    before_cost_micros bigint,
    before_currency    text,
    unit_cost_micros   bigint      not null,
    currency           text        not null,
    primary key (merchant_id, run_id, supplier_sku, ship_from, since),
    foreign key (merchant_id, run_id) references price_run (merchant_id, run_id),
    check (outcome in ('APPLIED', 'PLANNED', 'WAITING', 'UNCHANGED', 'UNMATCHED', 'SUPERSEDED'))
);
comment on table price_run_row is 'distributed: what a row of a price list comes to, or came to; kept for the latest edition of a list, and tells an item that stands on two rows';
comment on column price_run_row.before_cost_micros is 'what held before, at that time; null for an item that is no offer yet';
create unique index price_run_row_number on price_run_row (merchant_id, run_id, row_number);
comment on index price_run_row_number is 'a list''s rows in their order';
alter table price_run_row enable row level security;
alter table price_run_row force row level security;
create policy tenant on price_run_row using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on price_run_row to baton_app;

create table price_fault (
    merchant_id  uuid    not null,
    run_id       uuid    not null,
    row_number   bigint  not null,
    supplier_sku text    not null,
    used         boolean not null,
    message      text    not null,
    primary key (merchant_id, run_id, row_number),
    foreign key (merchant_id, run_id) references price_run (merchant_id, run_id)
);
comment on table price_fault is 'distributed: a row of a price list that could not be taken as it was; the first hundred thousand of a file';
comment on column price_fault.used is 'true: the row was used all the same, the message says how; false: it was left out';
alter table price_fault enable row level security;
alter table price_fault force row level security;
create policy tenant on price_fault using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on price_fault to baton_app;

alter table cost_proposal add column run_id uuid;
comment on column cost_proposal.run_id is 'the price list that asks; null when its rows came by a call. A later row of the same list does not answer its own question';

alter table supplier_item
    add column weight_grams     integer check (weight_grams >= 0),
    add column minimum_quantity integer check (minimum_quantity > 0);
comment on column supplier_item.weight_grams is 'of one selling unit, as the supplier says; null when the list does not say';
comment on column supplier_item.minimum_quantity is 'fewest selling units of an order, as the supplier says; null when the list does not say';
