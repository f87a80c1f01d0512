-- Mail that came back to the address documents are sent from.

create table returned_mail (
    merchant_id     uuid        not null,
    id              uuid        not null,
    sha256          bytea       not null,
    kind            text        not null check (kind in ('FAILED', 'DELAYED', 'ARRIVED', 'AUTOMATIC', 'HUMAN')),
    transmission_id uuid,
    said            text        not null,
    document_id     uuid,
    read_at         timestamptz not null,
    primary key (merchant_id, id),
    unique (merchant_id, sha256)
);
comment on table returned_mail is 'distributed: bounces, automatic replies and letters, each once however often the mailbox shows it';
comment on column returned_mail.sha256 is 'of the message as it arrived';
comment on column returned_mail.transmission_id is 'the document it is about; null = it names none of ours';
alter table returned_mail enable row level security;
alter table returned_mail force row level security;
create policy tenant on returned_mail
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on returned_mail to baton_app;

create table returned_mail_watch (
    merchant_id uuid        not null primary key,
    since       timestamptz not null
);
comment on table returned_mail_watch is 'distributed: whose returned mail is read; written with the first mail that left';
alter table returned_mail_watch enable row level security;
alter table returned_mail_watch force row level security;
create policy tenant on returned_mail_watch
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on returned_mail_watch to baton_app;
