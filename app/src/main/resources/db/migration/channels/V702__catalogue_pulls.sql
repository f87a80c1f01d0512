-- Pulls of a store's whole catalogue.

create table catalogue_pull (
    merchant_id   uuid        not null,
    pull_id       uuid        not null,
    store_id      uuid        not null,
    state         text        not null,
    operation_id  text,
    file_url      text,
    read_bytes    bigint      not null,
    products      bigint      not null,
    variants      bigint      not null,
    unreadable    bigint      not null,
    begun_at      timestamptz not null,
    asked_at      timestamptz,
    ended_at      timestamptz,
    reason        text,
    primary key (merchant_id, pull_id),
    check (state in ('PLANNED', 'RUNNING', 'READING', 'SWEEPING', 'DONE', 'FAILED')),
    check (read_bytes >= 0 and products >= 0 and variants >= 0 and unreadable >= 0),
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null))
);
comment on table catalogue_pull is 'distributed: one reading of all products of a store';
comment on column catalogue_pull.state is 'PLANNED, RUNNING (the store writes the file), READING (we read it), SWEEPING (what it did not list is removed), then DONE or FAILED (reason says why)';
comment on column catalogue_pull.operation_id is 'the store''s id of its bulk operation';
comment on column catalogue_pull.read_bytes is 'bytes of the file that are kept already; a reading that broke off goes on there';
comment on column catalogue_pull.unreadable is 'products of the file that could not be understood and were left as they stood';
comment on column catalogue_pull.asked_at is 'when the store began to write the file; null = it was not asked yet';
create unique index catalogue_pull_open on catalogue_pull (merchant_id, store_id) where ended_at is null;
comment on index catalogue_pull_open is 'one pull of a store at a time';
create index catalogue_pull_of_store on catalogue_pull (merchant_id, store_id, pull_id);
comment on index catalogue_pull_of_store is 'the last pull of a store';
alter table catalogue_pull enable row level security;
alter table catalogue_pull force row level security;
create policy tenant on catalogue_pull using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on catalogue_pull to baton_app;
