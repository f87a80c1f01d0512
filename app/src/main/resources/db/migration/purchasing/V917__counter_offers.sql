-- Costs suppliers named for lines of purchase orders otherwise than they were asked.

create table counter_offer (
    merchant_id       uuid        not null,
    id                uuid        not null,
    purchase_order_id uuid        not null,
    ordinal           integer     not null check (ordinal > 0),
    acknowledgement_id uuid      not null,
    line              integer     not null,
    status            text        not null check (status in (
        'OPEN', 'ACCEPTED', 'REFUSED', 'REPLACED', 'WITHDRAWN')),
    cost_micros       bigint      not null check (cost_micros >= 0),
    named_micros      bigint      not null check (named_micros >= 0),
    named_at          timestamptz not null,
    decide_by         timestamptz,
    decided_by        text check (decided_by in ('TOLERANCE', 'PERSON', 'DEADLINE')),
    ended_at          timestamptz,
    reason            text,
    for_others        boolean     not null,
    primary key (merchant_id, id),
    unique (merchant_id, purchase_order_id, ordinal),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id),
    foreign key (merchant_id, acknowledgement_id) references acknowledgement (merchant_id, id),
    check ((status = 'OPEN') = (ended_at is null)),
    check (status <> 'OPEN' or decide_by is not null),
    check ((status in ('ACCEPTED', 'REFUSED')) = (decided_by is not null))
);
comment on table counter_offer is 'distributed: another cost a supplier named for one line, and what became of it: the history of the line''s cost';
comment on column counter_offer.ordinal is 'first, second, … about this purchase order';
comment on column counter_offer.cost_micros is 'what the line cost when this was named';
comment on column counter_offer.decide_by is 'decided by then, in the supplier''s working hours; null = it was within what is agreed';
comment on column counter_offer.reason is 'what the supplier is told with the decision; null = nothing besides';
comment on column counter_offer.for_others is 'refused, and the supplier was asked to leave the line''s units to others';
create unique index counter_offer_one_open on counter_offer (merchant_id, purchase_order_id, line) where status = 'OPEN';
comment on index counter_offer_one_open is 'a line has at most one that waits';
create index counter_offer_to_decide on counter_offer (merchant_id, id) where status = 'OPEN';
comment on index counter_offer_to_decide is 'the list of those that wait, from both ends';
alter table counter_offer enable row level security;
alter table counter_offer force row level security;
create policy tenant on counter_offer
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on counter_offer to baton_app;
