-- Whether a store grants what Baton needs and tells it of changes; and the orders that were open when it was connected.

create table store_check (
    merchant_id uuid        not null,
    store_id    uuid        not null,
    state       text        not null check (state in ('ASKING', 'FINE', 'LACKING', 'FAILED')),
    lacking     text[]      not null,
    told_of     integer     not null check (told_of >= 0),
    healed      integer     not null check (healed >= 0),
    reason      text,
    checked_at  timestamptz,
    primary key (merchant_id, store_id)
);
comment on table store_check is 'distributed: the last look at a store''s access and webhooks; looked at anew every day';
comment on column store_check.lacking is 'scopes the app lacks';
comment on column store_check.told_of is 'topics the store sends webhooks of to this Baton';
comment on column store_check.healed is 'webhooks made by the last look, because they were missing';
comment on column store_check.reason is 'why it failed, or why there are no webhooks; null = nothing to say';
alter table store_check enable row level security;
alter table store_check force row level security;
create policy tenant on store_check using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_check to baton_app;

create table store_import (
    merchant_id uuid        not null,
    store_id    uuid        not null,
    cut_over_at timestamptz not null,
    state       text        not null check (state in ('PLANNED', 'DONE', 'FAILED')),
    page_after  text,
    taken       bigint      not null check (taken >= 0),
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    reason      text,
    primary key (merchant_id, store_id)
);
comment on table store_import is 'distributed: the orders a store had open when it was connected; read once';
comment on column store_import.cut_over_at is 'what was ordered before is known and never sent: somebody else ships it';
comment on column store_import.page_after is 'the store''s cursor behind what is read; null = from the first on';
alter table store_import enable row level security;
alter table store_import force row level security;
create policy tenant on store_import using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on store_import to baton_app;
