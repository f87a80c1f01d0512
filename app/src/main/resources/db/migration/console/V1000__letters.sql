-- Mails of the console to people who are invited.

create table console_letter (
    merchant_id uuid        not null,
    letter_id   uuid        not null,
    sealed      bytea,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    state       text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'TOO_LATE')),
    note        text,
    primary key (merchant_id, letter_id)
);
comment on table console_letter is 'distributed: one mail that invites somebody to work for the merchant';
comment on column console_letter.sealed is 'address and one-time link under the merchant''s key; emptied once the mail left or was given up';
alter table console_letter enable row level security;
alter table console_letter force row level security;
create policy tenant on console_letter using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on console_letter to baton_app;
