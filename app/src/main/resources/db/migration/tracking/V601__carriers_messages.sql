-- What a carrier expects of a parcel, and the messages a tracking service sends by itself.

alter table tracked_number add column estimated_at timestamptz;
comment on column tracked_number.estimated_at is 'when the carrier expects to deliver, as it last said; null = it does not say';

create table carrier_hook (
    merchant_id uuid        not null,
    service     text        not null,
    secret      bytea       not null,
    set_at      timestamptz not null,
    primary key (merchant_id, service)
);
comment on table carrier_hook is 'distributed: the secret a tracking service signs its messages with, sealed with the merchant''s key';
alter table carrier_hook enable row level security;
alter table carrier_hook force row level security;
create policy tenant on carrier_hook
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on carrier_hook to baton_app;

create table carrier_message (
    merchant_id uuid        not null,
    id          uuid        not null,
    service     text        not null,
    event_key   text        not null,
    document_id uuid        not null,
    received_at timestamptz not null,
    read_at     timestamptz,
    outcome     text,
    primary key (merchant_id, id),
    unique (merchant_id, service, event_key)
);
comment on table carrier_message is 'distributed: a message of a tracking service as it came; kept first, read afterwards';
comment on column carrier_message.event_key is 'the service''s id of the event, or the digest of the body; a repeat is kept once';
comment on column carrier_message.outcome is 'what reading it came to; null while it is unread';
alter table carrier_message enable row level security;
alter table carrier_message force row level security;
create policy tenant on carrier_message
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on carrier_message to baton_app;
