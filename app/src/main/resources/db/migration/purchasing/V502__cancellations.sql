-- A request to a supplier not to ship what it was already sent.
create table cancellation (
    merchant_id       uuid        not null,
    id                uuid        not null,
    purchase_order_id uuid        not null,
    ordinal           integer     not null check (ordinal > 0),
    status            text        not null check (status in ('WAITING', 'OPEN', 'AGREED', 'REFUSED', 'OVERTAKEN')),
    reason            text        not null,
    asked_at          timestamptz not null,
    respond_by        timestamptz,
    answered_at       timestamptz,
    answer_reason     text,
    primary key (merchant_id, id),
    unique (merchant_id, purchase_order_id, ordinal),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id)
);
comment on table cancellation is 'distributed: a question to the supplier that must be answered; WAITING until the one before is answered';
comment on column cancellation.ordinal is 'first, second, … question about this purchase order';
comment on column cancellation.respond_by is 'answer expected by, in the supplier''s working hours; null while WAITING';
create unique index cancellation_one_open on cancellation (merchant_id, purchase_order_id) where status = 'OPEN';
comment on index cancellation_one_open is 'a supplier has at most one open cancellation question per purchase order';
create unique index cancellation_one_waiting on cancellation (merchant_id, purchase_order_id) where status = 'WAITING';
comment on index cancellation_one_waiting is 'what is asked meanwhile gathers in one next question';
alter table cancellation enable row level security;
alter table cancellation force row level security;
create policy tenant on cancellation
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on cancellation to baton_app;

create table cancellation_line (
    merchant_id     uuid    not null,
    cancellation_id uuid    not null,
    request_id      uuid    not null,
    line            integer not null,
    allocation_id   uuid    not null,
    quantity        integer not null check (quantity > 0),
    cancelled       integer not null check (cancelled >= 0 and cancelled <= quantity),
    primary key (merchant_id, cancellation_id, request_id, line),
    foreign key (merchant_id, cancellation_id) references cancellation (merchant_id, id)
);
comment on table cancellation_line is 'distributed: units of one purchase order line in a cancellation question';
comment on column cancellation_line.cancelled is 'units the supplier leaves out, known once the question is answered';
comment on column cancellation_line.request_id is 'the wish of the customer or merchant that led to it';
alter table cancellation_line enable row level security;
alter table cancellation_line force row level security;
create policy tenant on cancellation_line
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on cancellation_line to baton_app;
