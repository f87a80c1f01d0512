-- Feeds: how each supplier's stock files are fetched and read, and the files that came.

create table feed (
    merchant_id   uuid        not null,
    feed_id       uuid        not null,
    supplier_id   uuid        not null,
    code          text        not null,
    version       integer     not null,
    sealed_secret bytea,
    begun_at      timestamptz not null,
    last_good_at  timestamptz,
    freshness     text        not null,
    checked_at    timestamptz,
    trouble       text,
    seen_mark     text,
    taken_mark    text,
    etag          text,
    last_modified text,
    host_key      text,
    retired_at    timestamptz,
    primary key (merchant_id, feed_id),
    unique (merchant_id, code),
    check (freshness in ('FRESH', 'LATE', 'STALE') and version > 0)
) with (fillfactor = 70);
comment on table feed is 'distributed: one way in which a supplier''s stock comes, and where it stands';
comment on column feed.version is 'the feed_version that counts';
comment on column feed.sealed_secret is 'password or private key of its source, sealed; null = none';
comment on column feed.begun_at is 'since when files are waited for; its age counts while none has come';
comment on column feed.last_good_at is 'arrival of the newest file that was merged';
comment on column feed.trouble is 'why the last look at the source brought nothing; null = it went well';
comment on column feed.seen_mark is 'SFTP: size and time of the file at the last look; the same twice = it is whole';
comment on column feed.taken_mark is 'SFTP: name, size and time of the file last taken; it is not taken again';
comment on column feed.etag is 'HTTPS: what the server called the version last taken';
comment on column feed.host_key is 'SFTP: fingerprint of the host''s key, pinned at the first look where none was given';
alter table feed enable row level security;
alter table feed force row level security;
create policy tenant on feed using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on feed to baton_app;

create table feed_version (
    merchant_id uuid        not null,
    feed_id     uuid        not null,
    version     integer     not null,
    definition  jsonb       not null,
    defined_at  timestamptz not null,
    primary key (merchant_id, feed_id, version),
    foreign key (merchant_id, feed_id) references feed (merchant_id, feed_id)
);
comment on table feed_version is 'distributed: every definition a feed ever had; a file keeps the one it was read by';
alter table feed_version enable row level security;
alter table feed_version force row level security;
create policy tenant on feed_version using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on feed_version to baton_app;

create table feed_file (
    merchant_id uuid        not null,
    file_id     uuid        not null,
    feed_id     uuid        not null,
    version     integer     not null,
    run_id      uuid        not null,
    document_id uuid        not null,
    name        text        not null,
    bytes       bigint      not null,
    sha256      bytea       not null,
    received_at timestamptz not null,
    came_by     text        not null,
    mends       uuid,
    unreadable  text,
    asked_at    timestamptz,
    answer      text,
    answered_at timestamptz,
    primary key (merchant_id, file_id),
    foreign key (merchant_id, feed_id) references feed (merchant_id, feed_id),
    check (came_by in ('UPLOAD', 'HTTPS', 'SFTP') and answer in ('RIGHT', 'WRONG'))
);
comment on table feed_file is 'distributed: one stock file as it came; its run in inventory says what became of it';
comment on column feed_file.unreadable is 'why it is no table, or from which row on it is none; null = it was read to its end';
comment on column feed_file.asked_at is 'when the supplier was asked whether it is right';
comment on column feed_file.answer is 'what the supplier said: RIGHT or WRONG';
-- a feed's files, newest first
create index feed_file_feed on feed_file (merchant_id, feed_id, file_id);
alter table feed_file enable row level security;
alter table feed_file force row level security;
create policy tenant on feed_file using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on feed_file to baton_app;
