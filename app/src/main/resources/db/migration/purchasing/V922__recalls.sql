-- What suppliers shipped although they had agreed not to: their fault, and the question to stop it or take it back.

create table recall (
    merchant_id       uuid        not null,
    id                uuid        not null,
    purchase_order_id uuid        not null,
    supplier_id       uuid        not null,
    shipment_id       uuid        not null,
    ordinal           integer     not null check (ordinal > 0),
    status            text        not null check (status in ('OPEN', 'STOPS', 'TAKES_BACK', 'REFUSED')),
    asked_at          timestamptz not null,
    respond_by        timestamptz not null,
    answered_at       timestamptz,
    answer_reason     text,
    primary key (merchant_id, id),
    unique (merchant_id, purchase_order_id, ordinal),
    unique (merchant_id, shipment_id),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id),
    check ((status = 'OPEN') = (answered_at is null))
);
comment on table recall is 'distributed: units a supplier shipped after it had agreed not to: its fault for ever, and a question that must be answered';
comment on column recall.ordinal is 'first, second, … about this purchase order';
comment on column recall.respond_by is 'answer expected by, in the supplier''s working hours';
create index recall_of_supplier on recall (merchant_id, supplier_id, id);
comment on index recall_of_supplier is 'the faults of one supplier, newest first';
alter table recall enable row level security;
alter table recall force row level security;
create policy tenant on recall
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on recall to baton_app;

create table recall_line (
    merchant_id      uuid    not null,
    recall_id        uuid    not null,
    line             integer not null,
    quantity         integer not null check (quantity > 0),
    unit_cost_micros bigint  not null check (unit_cost_micros >= 0),
    primary key (merchant_id, recall_id, line),
    foreign key (merchant_id, recall_id) references recall (merchant_id, id)
);
comment on table recall_line is 'distributed: units of one purchase order line that left although they were cancelled';
comment on column recall_line.unit_cost_micros is 'what a unit cost then, in 10⁻⁶ of the purchase order''s currency';
alter table recall_line enable row level security;
alter table recall_line force row level security;
create policy tenant on recall_line
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on recall_line to baton_app;
