-- Messages to customers: what happened, which message tells it, and what became of the message.

create table customer_message (
    merchant_id    uuid        not null,
    message_id     uuid        not null,
    sales_order_id uuid        not null,
    store_id       uuid        not null,
    subject_id     uuid        not null,
    kind           text        not null,
    state          text        not null,
    planned_at     timestamptz not null,
    send_after     timestamptz not null,
    template       text,
    language       text,
    document_id    uuid,
    attempts       integer     not null default 0,
    attempted_at   timestamptz,
    sent_at        timestamptz,
    reason         text,
    primary key (merchant_id, message_id),
    check (kind in ('CONFIRMED', 'CANCELLED', 'SHIPPED', 'DELIVERED', 'REFUNDED')),
    check (state in ('PLANNED', 'SENDING', 'SENT', 'UNKNOWN', 'NOT_SENT', 'REFUSED', 'WITHHELD')),
    check (attempts >= 0),
    check (state not in ('SENDING', 'SENT', 'UNKNOWN', 'NOT_SENT', 'REFUSED') or document_id is not null)
);
comment on table customer_message is 'distributed: one mail to a customer; leaves at most once by itself';
comment on column customer_message.subject_id is 'who it goes to; the person''s key seals the rendered mail';
comment on column customer_message.send_after is 'end of the window in which further events of the order join this message';
comment on column customer_message.template is 'what it says, decided at rendering, such as order.part_shipped; null = not rendered yet';
comment on column customer_message.document_id is 'the rendered mail; every attempt sends these words';
comment on column customer_message.reason is 'why it stands where it stands; null = nothing to say';
create index customer_message_of_order on customer_message (merchant_id, sales_order_id, message_id);
comment on index customer_message_of_order is 'an order''s messages, and the one that still gathers';
create index customer_message_state on customer_message (merchant_id, state, message_id);
comment on index customer_message_state is 'what waits for a person, newest first';
alter table customer_message enable row level security;
alter table customer_message force row level security;
create policy tenant on customer_message
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on customer_message to baton_app;

create table customer_message_event (
    merchant_id uuid  not null,
    subject_id  uuid  not null,
    kind        text  not null,
    event_key   text  not null,
    message_id  uuid  not null,
    facts       jsonb not null,
    primary key (merchant_id, subject_id, kind, event_key),
    foreign key (merchant_id, message_id) references customer_message (merchant_id, message_id)
);
comment on table customer_message_event is 'distributed: what a message tells; an event is told to a person by one message and never by a second';
comment on column customer_message_event.event_key is 'what happened: a parcel, a refund of the store, a sum of cancelled units, or the order itself';
comment on column customer_message_event.facts is 'what was true then, with schemaVersion: units by order line, amount and currency; no personal data';
create index customer_message_event_of on customer_message_event (merchant_id, message_id);
comment on index customer_message_event_of is 'what a message tells';
alter table customer_message_event enable row level security;
alter table customer_message_event force row level security;
create policy tenant on customer_message_event
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on customer_message_event to baton_app;
