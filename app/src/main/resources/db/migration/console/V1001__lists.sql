-- What people keep of lists, what they did to many rows at once, and to whom they handed work.

create table console_view (
    merchant_id uuid        not null,
    person_id   uuid        not null,
    list        text        not null,
    name        text        not null,
    view_id     uuid        not null,
    query       text        not null,
    saved_at    timestamptz not null,
    primary key (merchant_id, person_id, list, name)
);
comment on table console_view is 'distributed: a view of a list that a person keeps';
comment on column console_view.query is 'what narrows and sorts it, as it stands in the address behind the path';
alter table console_view enable row level security;
alter table console_view force row level security;
create policy tenant on console_view using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on console_view to baton_app;

create table console_bulk (
    merchant_id uuid        not null,
    bulk_id     uuid        not null,
    person_id   uuid        not null,
    list        text        not null,
    act         text        not null,
    handles     text[]      not null,
    words       text        not null,
    done_at     timestamptz not null,
    undone_at   timestamptz,
    primary key (merchant_id, bulk_id)
);
comment on table console_bulk is 'distributed: one thing a person did to many rows of a list';
comment on column console_bulk.handles is 'what an undo needs, one a row; empty = it cannot be undone';
comment on column console_bulk.words is 'what its notice says; names of orders and numbers, no customer''s data';
alter table console_bulk enable row level security;
alter table console_bulk force row level security;
create policy tenant on console_bulk using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on console_bulk to baton_app;

create table console_handover (
    merchant_id uuid        not null,
    subject_id  uuid        not null,
    person_id   uuid        not null,
    by_person   uuid        not null,
    note        text        not null,
    handed_at   timestamptz not null,
    primary key (merchant_id, subject_id)
);
comment on table console_handover is 'distributed: whose a task or a hold is, since somebody handed it over';
comment on column console_handover.subject_id is 'the task or the hold';
-- what was handed to a person, oldest first
create index console_handover_person on console_handover (merchant_id, person_id, subject_id);
alter table console_handover enable row level security;
alter table console_handover force row level security;
create policy tenant on console_handover using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on console_handover to baton_app;
