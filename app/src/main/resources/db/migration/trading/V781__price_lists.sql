-- Price lists: how each supplier's price list is read, and the files that came.

create table price_list (
    merchant_id   uuid        not null,
    list_id       uuid        not null,
    supplier_id   uuid        not null,
    code          text        not null,
    version       integer     not null,
    retired_at    timestamptz,
    primary key (merchant_id, list_id),
    unique (merchant_id, code),
    check (version > 0)
) with (fillfactor = 70);
comment on table price_list is 'distributed: one price list a supplier sends from time to time';
comment on column price_list.version is 'the price_list_version that counts';
alter table price_list enable row level security;
alter table price_list force row level security;
create policy tenant on price_list using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on price_list to baton_app;

create table price_list_version (
    merchant_id uuid        not null,
    list_id     uuid        not null,
    version     integer     not null,
    definition  jsonb       not null,
    defined_at  timestamptz not null,
    primary key (merchant_id, list_id, version),
    foreign key (merchant_id, list_id) references price_list (merchant_id, list_id)
);
comment on table price_list_version is 'distributed: every definition a price list ever had; a file keeps the one it was read by';
alter table price_list_version enable row level security;
alter table price_list_version force row level security;
create policy tenant on price_list_version using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on price_list_version to baton_app;

create table price_list_file (
    merchant_id uuid        not null,
    file_id     uuid        not null,
    list_id     uuid        not null,
    version     integer     not null,
    run_id      uuid        not null,
    document_id uuid        not null,
    name        text        not null,
    bytes       bigint      not null,
    sha256      bytea       not null,
    received_at timestamptz not null,
    mends       uuid,
    unreadable  text,
    primary key (merchant_id, file_id),
    foreign key (merchant_id, list_id) references price_list (merchant_id, list_id)
);
comment on table price_list_file is 'distributed: one edition of a price list as it came; its run in the catalogue says what became of it';
comment on column price_list_file.mends is 'the file whose faulty rows it brings again, corrected';
comment on column price_list_file.unreadable is 'why it is no table, or lacks a column; null = it was read to its end';
-- a list's files, newest first
create index price_list_file_list on price_list_file (merchant_id, list_id, file_id);
alter table price_list_file enable row level security;
alter table price_list_file force row level security;
create policy tenant on price_list_file using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on price_list_file to baton_app;
