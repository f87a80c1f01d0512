-- Things done to every row of a list that matches, page by page in the background.

create table console_bulk_run (
    merchant_id uuid        not null,
    run_id      uuid        not null,
    person_id   uuid        not null,
    list        text        not null,
    act         text        not null,
    query       text        not null,
    cursor      text        not null,
    state       text        not null check (state in ('GATHERING', 'READY', 'RUNNING', 'ENDED', 'DROPPED', 'UNDOING', 'UNDONE')),
    given       jsonb       not null,
    gathered    integer     not null check (gathered >= 0),
    will        integer     not null check (will between 0 and gathered),
    done        integer     not null check (done >= 0),
    failed      integer     not null check (failed >= 0),
    undone      integer     not null check (undone >= 0),
    kept        integer     not null check (kept >= 0),
    cut         boolean     not null,
    note        text,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (merchant_id, run_id),
    check (done + failed <= will),
    check (undone + kept <= done)
);
comment on table console_bulk_run is 'distributed: one thing a person does to all rows of a list that matched when it was asked for';
comment on column console_bulk_run.query is 'what narrows the list, as it stands in the address behind the path; emptied once all rows are written down';
comment on column console_bulk_run.cursor is 'where the last page of the list ended that was written down';
comment on column console_bulk_run.given is 'what the person typed with it; emptied at the end; schemaVersion inside';
comment on column console_bulk_run.gathered is 'rows written down';
comment on column console_bulk_run.will is 'rows of them to which something was to happen when they were looked at';
comment on column console_bulk_run.kept is 'rows that could not be undone any more';
comment on column console_bulk_run.cut is 'the list goes on behind the most rows of one run';
comment on column console_bulk_run.note is 'why it ended early; null = it did not';
create index console_bulk_run_person on console_bulk_run (merchant_id, person_id, list, state, run_id);
comment on index console_bulk_run_person is 'what somebody has under way on a list';
alter table console_bulk_run enable row level security;
alter table console_bulk_run force row level security;
create policy tenant on console_bulk_run using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on console_bulk_run to baton_app;

create table console_bulk_row (
    merchant_id uuid    not null,
    run_id      uuid    not null,
    position    integer not null,
    key         text    not null,
    name        text    not null,
    path        text    not null,
    state       text    not null check (state in ('NOT', 'WAITING', 'DONE', 'FAILED', 'UNDONE', 'KEPT')),
    words       text    not null,
    handle      text    not null,
    primary key (merchant_id, run_id, position),
    unique (merchant_id, run_id, key),
    foreign key (merchant_id, run_id) references console_bulk_run (merchant_id, run_id) on delete cascade
);
comment on table console_bulk_row is 'distributed: a row such a thing is done to, and what became of it';
comment on column console_bulk_row.state is 'NOT = nothing can happen to it; KEPT = was done and could not be undone any more';
comment on column console_bulk_row.words is 'what happens to it, or why it did not; names of orders and numbers, no customer''s data';
comment on column console_bulk_row.handle is 'what an undo needs; empty = it cannot be undone';
create index console_bulk_row_state on console_bulk_row (merchant_id, run_id, state, position);
comment on index console_bulk_row_state is 'the next rows to be done, and those that failed';
alter table console_bulk_row enable row level security;
alter table console_bulk_row force row level security;
create policy tenant on console_bulk_row using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on console_bulk_row to baton_app;
