-- Platform: work, documents, subjects' keys, audit, tasks, human numbers.
-- Every table is distributed by merchant_id and closed to a session that has set no merchant.

create table work (
    merchant_id uuid        not null,
    id          uuid        not null,
    queue       text        not null,
    kind        text        not null,
    subject_id  uuid        not null,
    due_at      timestamptz not null,
    lease_owner uuid,
    lease_until timestamptz not null,
    fence       bigint      not null,
    attempts    integer     not null,
    parked_at   timestamptz,
    reason      text,
    primary key (merchant_id, id),
    check (attempts >= 0 and fence >= 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table work is 'distributed: one row per piece of work that is due, leased or parked; deleted on finish';
comment on column work.queue is 'what can be in trouble: an endpoint, a store, a mail relay';
comment on column work.due_at is 'business time, from the injected clock';
comment on column work.lease_until is 'database time (the one exemption from binding times of the business clock)';
comment on column work.fence is 'grows with every claim; a finisher with an older fence is refused';
-- the dispatcher walks queues one by one and takes the first due rows of each
create index work_due on work (merchant_id, queue, due_at) where parked_at is null;
-- an act withdraws or wakes the work of its subject
create index work_subject on work (merchant_id, kind, subject_id);
alter table work enable row level security;
alter table work force row level security;
create policy tenant on work using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
create policy dispatcher on work for select to baton_dispatcher using (true);
grant select, insert, update, delete on work to baton_app;
grant select on work to baton_dispatcher;

create table merchant_key (
    merchant_id uuid        not null primary key,
    wrapped     bytea       not null,
    created_at  timestamptz not null
);
comment on table merchant_key is 'distributed: the merchant''s key, wrapped by the master key that lives outside the database';
alter table merchant_key enable row level security;
alter table merchant_key force row level security;
create policy tenant on merchant_key using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on merchant_key to baton_app;

create table subject (
    merchant_id uuid        not null,
    subject_id  uuid        not null,
    wrapped_key bytea,
    created_at  timestamptz not null,
    primary key (merchant_id, subject_id)
);
comment on table subject is 'distributed: one person whose data we keep; without its wrapped key nothing about the person can be read';
alter table subject enable row level security;
alter table subject force row level security;
create policy tenant on subject using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on subject to baton_app;

create table document (
    merchant_id    uuid        not null,
    document_id    uuid        not null,
    sha256         bytea       not null,
    media_type     text        not null,
    headers        text        not null,
    received_at    timestamptz not null,
    source_version text,
    retention      text        not null,
    subject_id     uuid,
    wrapped_key    bytea,
    size_bytes     integer     not null,
    parts          integer     not null,
    primary key (merchant_id, document_id)
);
comment on table document is 'distributed: bytes as they came or left, compressed and sealed; the only home of raw and rendered documents';
comment on column document.wrapped_key is 'the document''s own key, wrapped by the merchant''s; null when the subject''s key seals it or after erasure';
alter table document enable row level security;
alter table document force row level security;
create policy tenant on document using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on document to baton_app;

create table document_part (
    merchant_id uuid    not null,
    document_id uuid    not null,
    part        integer not null,
    sealed      bytea   not null,
    primary key (merchant_id, document_id, part),
    check (octet_length(sealed) <= 262144 + 1024)
);
comment on table document_part is 'distributed: a document''s sealed bytes in parts of at most 256 KiB';
alter table document_part enable row level security;
alter table document_part force row level security;
create policy tenant on document_part using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on document_part to baton_app;

create table subject_document (
    merchant_id uuid not null,
    subject_id  uuid not null,
    document_id uuid not null,
    primary key (merchant_id, subject_id, document_id)
);
comment on table subject_document is 'distributed: which documents speak of which person, so that erasure finds them';
alter table subject_document enable row level security;
alter table subject_document force row level security;
create policy tenant on subject_document using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on subject_document to baton_app;

create table audit (
    merchant_id    uuid        not null,
    audit_id       uuid        not null,
    at             timestamptz not null,
    actor_kind     text        not null,
    actor_id       text        not null,
    act            text        not null,
    aggregate      text        not null,
    aggregate_id   uuid        not null,
    from_state     text,
    to_state       text,
    why            text,
    correlation_id text,
    primary key (merchant_id, audit_id)
);
comment on table audit is 'distributed: one row per act and aggregate, written in the act''s transaction, never changed';
-- the timeline of one aggregate, oldest first
create index audit_aggregate on audit (merchant_id, aggregate_id, audit_id);
alter table audit enable row level security;
alter table audit force row level security;
create policy tenant on audit using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on audit to baton_app;

create table task (
    merchant_id  uuid        not null,
    task_id      uuid        not null,
    kind         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    title        text        not null,
    detail       text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    closed_why   text,
    primary key (merchant_id, task_id)
);
comment on table task is 'distributed: something only a person can decide; nothing sleeps for ever without one of these or a work row';
-- at most one open task of a kind per subject
create unique index task_open on task (merchant_id, kind, subject_id) where closed_at is null;
alter table task enable row level security;
alter table task force row level security;
create policy tenant on task using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on task to baton_app;

create table number_block (
    merchant_id uuid    not null,
    series      text    not null,
    epoch       integer not null,
    next_value  bigint  not null,
    primary key (merchant_id, series)
);
comment on table number_block is 'distributed: human numbers are handed out in blocks; gaps are allowed, reuse is not';
comment on column number_block.epoch is 'restore epoch: 0 prints nothing, 1 prints A before the number, and so on';
alter table number_block enable row level security;
alter table number_block force row level security;
create policy tenant on number_block using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on number_block to baton_app;
