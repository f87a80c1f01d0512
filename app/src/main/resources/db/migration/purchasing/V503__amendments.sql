-- A question to a supplier whether it ships what it has differently: to another address, another way, with another message.
create table amendment (
    merchant_id       uuid        not null,
    id                uuid        not null,
    purchase_order_id uuid        not null,
    ordinal           integer     not null check (ordinal > 0),
    status            text        not null check (status in (
        'PLANNED', 'ASKED', 'HELD', 'AGREED', 'REFUSED', 'OVERTAKEN', 'REPLACED', 'WITHDRAWN', 'DECIDED')),
    changes           text        not null,
    customer_record   uuid        not null,
    ship_country      text        not null,
    ship_method       text,
    planned_at        timestamptz not null,
    asked_at          timestamptz,
    respond_by        timestamptz,
    reminded_at       timestamptz,
    answered_at       timestamptz,
    answer_reason     text,
    decision          text check (decision in ('LET_GO', 'CANCEL', 'INTERCEPT')),
    decision_note     text,
    decided_at        timestamptz,
    primary key (merchant_id, id),
    unique (merchant_id, purchase_order_id, ordinal),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id),
    check (status <> 'ASKED' or (asked_at is not null and respond_by is not null)),
    check ((decision is null) = (decided_at is null))
);
comment on table amendment is 'distributed: a question to the supplier to ship differently than it was told; must be answered';
comment on column amendment.ordinal is 'first, second, … question about this purchase order';
comment on column amendment.changes is 'names of the facts that differ, separated by commas; no customer''s data';
comment on column amendment.customer_record is 'who gets the goods as the store wants it now; the purchase order names it too once the supplier agreed';
comment on column amendment.respond_by is 'answer expected by, in the supplier''s working hours; null until it was asked';
comment on column amendment.decision is 'what a person chose when the supplier did not agree; null = nobody has chosen';
create unique index amendment_one_live on amendment (merchant_id, purchase_order_id)
    where status in ('PLANNED', 'ASKED', 'HELD');
comment on index amendment_one_live is 'one question at a time; what changes meanwhile is asked next';
alter table amendment enable row level security;
alter table amendment force row level security;
create policy tenant on amendment
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on amendment to baton_app;
