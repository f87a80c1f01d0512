-- One document on its way to one supplier, with every attempt.
create table transmission (
    merchant_id       uuid        not null,
    id                uuid        not null,
    kind              text        not null check (kind in ('PURCHASE_ORDER', 'CANCELLATION', 'REMINDER')),
    purchase_order_id uuid        not null,
    about_id          uuid        not null,
    supplier_id       uuid        not null,
    store_id          uuid        not null,
    subject_id        uuid        not null,
    idempotency_key   text        not null,
    status            text        not null check (status in (
        'PLANNED', 'SENDING', 'SENT', 'ACKNOWLEDGED', 'REFUSED', 'UNKNOWN', 'PARKED', 'WITHDRAWN')),
    planned_at        timestamptz not null,
    send_after        timestamptz not null,
    document_id       uuid,
    attempts          integer     not null check (attempts >= 0),
    attempts_limit    integer     not null,
    attempted_at      timestamptz,
    recorded          integer     not null check (recorded >= 0),
    closed_at         timestamptz,
    reason            text,
    primary key (merchant_id, id),
    unique (merchant_id, idempotency_key),
    check (recorded <= attempts),
    check (attempts = 0 or document_id is not null)
) with (fillfactor = 75);
comment on table transmission is 'distributed: a document for a supplier; rendered once, every attempt sends the same bytes under the same key';
comment on column transmission.id is 'also the webhook-id header, fixed before the first attempt';
comment on column transmission.about_id is 'what the document is about: the purchase order, the cancellation, or the reminder';
comment on column transmission.idempotency_key is 'the header of every attempt, e.g. 1001-1.v1';
comment on column transmission.document_id is 'the rendered bytes; null = not rendered yet, nothing can have left';
comment on column transmission.attempts is 'attempts begun';
comment on column transmission.attempts_limit is 'after so many attempts a person decides; a resend allows as many again';
comment on column transmission.recorded is 'attempts whose end is written down; one less than attempts while one is under way or its node was lost';
comment on column transmission.reason is 'why it stands where it stands, in words; null = nothing to say';
create index transmission_of_purchase_order on transmission (merchant_id, purchase_order_id);
comment on index transmission_of_purchase_order is 'the documents of one purchase order, and the news that closes them';
create index transmission_for_a_person on transmission (merchant_id, id) where status in ('REFUSED', 'PARKED') and kind <> 'REMINDER';
comment on index transmission_for_a_person is 'the list of what waits for a person, rare by nature';
alter table transmission enable row level security;
alter table transmission force row level security;
create policy tenant on transmission
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on transmission to baton_app;

-- No foreign key to transmission: written on the hot road by the act that holds the transmission's row.
create table transmission_attempt (
    merchant_id       uuid        not null,
    transmission_id   uuid        not null,
    attempt           integer     not null check (attempt > 0),
    began_at          timestamptz not null,
    ended_at          timestamptz not null,
    outcome           text        not null check (outcome in (
        'DELIVERED', 'ALREADY_THERE', 'REFUSED', 'BUSY', 'NOT_SENT', 'UNKNOWN', 'NODE_LOST')),
    http_status       integer,
    reply_document_id uuid,
    note              text,
    primary key (merchant_id, transmission_id, attempt)
);
comment on table transmission_attempt is 'distributed: one try to hand a document over, and what came of it';
comment on column transmission_attempt.outcome is 'NODE_LOST: the sender died between sending and writing down, the supplier may have it';
comment on column transmission_attempt.reply_document_id is 'the supplier''s reply, cut at 16 KiB; null = empty or none';
alter table transmission_attempt enable row level security;
alter table transmission_attempt force row level security;
create policy tenant on transmission_attempt
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on transmission_attempt to baton_app;
