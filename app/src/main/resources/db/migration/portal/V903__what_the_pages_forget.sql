-- What the supplier's pages remembered goes when nobody can need it any more.

grant delete on portal_tap to baton_app;
grant delete on portal_letter to baton_app;

create index portal_tap_at on portal_tap (merchant_id, at);
comment on index portal_tap_at is 'the oldest forms, which are forgotten first';
create index portal_letter_asked on portal_letter (merchant_id, asked_at);
comment on index portal_letter_asked is 'the oldest mails, which are forgotten first';

create table portal_forgetting (
    merchant_id uuid        not null,
    begun_at    timestamptz not null,
    primary key (merchant_id)
);
comment on table portal_forgetting is 'distributed: merchants whose old traces are deleted day by day; there is one schedule each';
alter table portal_forgetting enable row level security;
alter table portal_forgetting force row level security;
create policy tenant on portal_forgetting using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on portal_forgetting to baton_app;
