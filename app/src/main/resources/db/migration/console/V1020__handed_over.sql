-- What needs a person may be handed to a colleague, with a note.

create table handed_over (
    merchant_id  uuid        not null,
    exception_id uuid        not null,
    handover_id  uuid        not null,
    to_person    uuid        not null,
    by_person    uuid        not null,
    note         text        not null,
    handed_at    timestamptz not null,
    primary key (merchant_id, exception_id, handover_id)
);
comment on table handed_over is 'distributed: a hold or a task that somebody gave to a colleague; the latest counts';
comment on column handed_over.exception_id is 'the hold or the task';
comment on column handed_over.to_person is 'a person of the directory, which nothing of a merchant points at';
create index handed_over_to on handed_over (merchant_id, to_person, handover_id);
comment on index handed_over_to is 'what was given to somebody, the newest first';
alter table handed_over enable row level security;
alter table handed_over force row level security;
create policy tenant on handed_over using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on handed_over to baton_app;
