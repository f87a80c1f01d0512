-- Mails to the people who work for a merchant: what needs them in the morning, what would have been sent, and tests.

create table staff_mail (
    merchant_id uuid        not null,
    mail_id     uuid        not null,
    kind        text        not null check (kind in ('MORNING', 'WOULD_HAVE_SENT', 'TEST')),
    person_id   uuid        not null,
    day         date,
    facts       jsonb       not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    state       text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'TOO_LATE')),
    ended_at    timestamptz,
    note        text,
    primary key (merchant_id, mail_id),
    unique (merchant_id, kind, person_id, day)
);
comment on table staff_mail is 'distributed: one mail to somebody who works for the merchant';
comment on column staff_mail.person_id is 'a person of the directory; the address is looked up when the mail is written';
comment on column staff_mail.day is 'the merchant''s day it is about, at most one mail of a kind each; null = a test, of which there may be many';
comment on column staff_mail.facts is 'what it says, as counts and places; schemaVersion inside';
comment on column staff_mail.note is 'why it did not leave, in words; null = nothing to say';
create index staff_mail_of_person on staff_mail (merchant_id, kind, person_id, mail_id);
comment on index staff_mail_of_person is 'the last test somebody sent to themselves';
alter table staff_mail enable row level security;
alter table staff_mail force row level security;
create policy tenant on staff_mail using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on staff_mail to baton_app;

create table morning_wish (
    merchant_id uuid        not null,
    person_id   uuid        not null,
    wish        text        not null check (wish in ('WHEN_NEEDED', 'ALWAYS', 'NEVER')),
    wished_at   timestamptz not null,
    primary key (merchant_id, person_id)
);
comment on table morning_wish is 'distributed: when somebody wants the morning''s mail; absent = as their role has it';
alter table morning_wish enable row level security;
alter table morning_wish force row level security;
create policy tenant on morning_wish using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on morning_wish to baton_app;

create table morning_round (
    merchant_id uuid        not null,
    begun_at    timestamptz not null,
    primary key (merchant_id)
);
comment on table morning_round is 'distributed: merchants whose mornings are planned';
alter table morning_round enable row level security;
alter table morning_round force row level security;
create policy tenant on morning_round using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on morning_round to baton_app;
