-- Stock files: staged row by row, judged as a whole, merged in the order of the offers, each step resumable.

alter table feed_run drop constraint feed_run_check;
alter table feed_run add constraint feed_run_check check (mode in ('FULL', 'DELTA')
    and state in ('STAGING', 'PROPOSED', 'MERGING', 'MERGED', 'INTERRUPTED', 'QUARANTINED', 'REFUSED'));
comment on column feed_run.state is 'STAGING until the last row of a file is read, PROPOSED or QUARANTINED while a person decides, MERGING until the last offer is in, then MERGED; REFUSED by a person or for good reason; INTERRUPTED when it stopped half-way and a later run took over';

alter table feed_fault add column used boolean not null default false;
comment on column feed_fault.used is 'true: the row was used all the same, the message says how; false: it was left out';
comment on table feed_fault is 'distributed: a row of a feed that could not be taken as it was; the first thousand of a message, the first hundred thousand of a file';

create table staged_run (
    merchant_id     uuid        not null,
    feed_run_id     uuid        not null,
    supplier_id     uuid        not null,
    source_id       uuid        not null,
    place           text,
    absence         text        not null,
    mends           uuid,
    proposal        boolean     not null,
    guard_from      integer     not null,
    guard_lost      integer     not null,
    guard_missing   integer     not null,
    reached_row     bigint      not null,
    merged_offer    uuid,
    listed_merged   boolean     not null,
    offers          integer     not null,
    zeros           integer     not null,
    stocked         integer     not null,
    lost            integer     not null,
    raised          integer     not null,
    lowered         integer     not null,
    unchanged       integer     not null,
    first_seen      integer     not null,
    previous_offers integer,
    reason          text,
    decided_at      timestamptz,
    primary key (merchant_id, feed_run_id),
    foreign key (merchant_id, feed_run_id) references feed_run (merchant_id, feed_run_id),
    check (absence in ('ZERO', 'KEEP', 'DISCONTINUED') and offers >= 0 and reached_row >= 0)
) with (fillfactor = 70);
comment on table staged_run is 'distributed: how far a stock file is, what it would change, and why it was stopped';
comment on column staged_run.source_id is 'the feed it came by; runs of one feed are compared with one another';
comment on column staged_run.place is 'the only ship-from place the file speaks of; null = all of the supplier''s';
comment on column staged_run.mends is 'the run whose faulty rows this one brings again; it speaks for the same time';
comment on column staged_run.proposal is 'true: nothing is merged before a person says so';
comment on column staged_run.guard_from is 'offers with stock from which on a shrinking file is stopped';
comment on column staged_run.guard_lost is 'per cent of the offers with stock that may fall to 0';
comment on column staged_run.guard_missing is 'per cent of the rows of the last merged file that may be missing';
comment on column staged_run.reached_row is 'row of the file up to which all is staged; reading resumes behind it';
comment on column staged_run.merged_offer is 'offer up to which all is merged; merging resumes behind it';
comment on column staged_run.stocked is 'offers it speaks of that have stock by what is known now';
comment on column staged_run.lost is 'those of them that would fall to 0';
-- the last merged run of a feed
create index staged_run_source on staged_run (merchant_id, source_id, feed_run_id);
alter table staged_run enable row level security;
alter table staged_run force row level security;
create policy tenant on staged_run using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on staged_run to baton_app;

-- Unlogged: the raw file is kept and can be staged again. A database that lost power has it empty; the mark row,
-- whose offer is all zeros, tells that from a file without rows.
create unlogged table feed_staged (
    merchant_id uuid    not null,
    feed_run_id uuid    not null,
    offer_id    uuid    not null,
    sku_id      uuid    not null,
    quantity    integer,
    primary key (merchant_id, feed_run_id, offer_id)
);
comment on table feed_staged is 'staging: figures of a stock file by offer, until the file is merged or refused';
comment on column feed_staged.quantity is 'selling units; null = a row may have meant the offer without saying so, it is neither listed nor left out';
alter table feed_staged enable row level security;
alter table feed_staged force row level security;
create policy tenant on feed_staged using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on feed_staged to baton_app;
