-- Suppliers that are mailed every working morning what is open with them.

create table supplier_digest (
    merchant_id uuid        not null,
    supplier_id uuid        not null,
    agreed_at   timestamptz not null,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id)
);
comment on table supplier_digest is 'distributed: suppliers that want a mail on their working mornings; absent = it wants none';
alter table supplier_digest enable row level security;
alter table supplier_digest force row level security;
create policy tenant on supplier_digest using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on supplier_digest to baton_app;
