-- What a supplier answered to a purchase order.
create table acknowledgement (
    merchant_id       uuid        not null,
    id                uuid        not null,
    purchase_order_id uuid        not null,
    reference         text        not null,
    body_hash         bytea       not null,
    status_after      text        not null,
    received_at       timestamptz not null,
    primary key (merchant_id, id),
    unique (merchant_id, purchase_order_id, reference),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id)
);
comment on table acknowledgement is 'distributed: one answer of a supplier, unique by its own reference so that a repeat is answered alike';
comment on column acknowledgement.body_hash is 'SHA-256 of the answer''s content: another content under the same reference is refused';
comment on column acknowledgement.status_after is 'status of the purchase order this answer led to';
alter table acknowledgement enable row level security;
alter table acknowledgement force row level security;
create policy tenant on acknowledgement
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on acknowledgement to baton_app;

create table acknowledgement_line (
    merchant_id        uuid    not null,
    acknowledgement_id uuid    not null,
    position           integer not null,
    line               integer not null,
    action             text    not null check (action in ('ACCEPT', 'REJECT', 'BACKORDER')),
    quantity           integer not null check (quantity > 0),
    applied            integer not null check (applied >= 0 and applied <= quantity),
    reason             text,
    note               text,
    until              date,
    remark             text,
    primary key (merchant_id, acknowledgement_id, position),
    foreign key (merchant_id, acknowledgement_id) references acknowledgement (merchant_id, id)
);
comment on table acknowledgement_line is 'distributed: one statement of an answer about one purchase order line';
comment on column acknowledgement_line.applied is 'units this statement really moved; less than quantity when they were answered, cancelled or shipped before';
comment on column acknowledgement_line.remark is 'why fewer units moved than stated; null = all moved';
alter table acknowledgement_line enable row level security;
alter table acknowledgement_line force row level security;
create policy tenant on acknowledgement_line
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on acknowledgement_line to baton_app;
