-- When suppliers are away, as they say themselves.

create table supplier_closure (
    merchant_id uuid        not null,
    supplier_id uuid        not null,
    closure_id  uuid        not null,
    from_day    date        not null,
    until_day   date        not null,
    note        text,
    declared_at timestamptz not null,
    primary key (merchant_id, closure_id),
    unique (merchant_id, supplier_id, from_day, until_day),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (from_day <= until_day)
);
comment on table supplier_closure is 'distributed: days a supplier declared itself closed, first and last included; its deadlines skip them';
comment on column supplier_closure.from_day is 'in the supplier''s zone';
alter table supplier_closure enable row level security;
alter table supplier_closure force row level security;
create policy tenant on supplier_closure using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on supplier_closure to baton_app;
