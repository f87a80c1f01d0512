-- Suppliers without a feed that are asked for their stock by mail, on days agreed with them.

create table supplier_stock_check (
    merchant_id uuid        not null,
    supplier_id uuid        not null,
    days        text        not null,
    at_time     time        not null,
    agreed_at   timestamptz not null,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (days <> '')
);
comment on table supplier_stock_check is 'distributed: when a supplier is asked by mail how many it has';
comment on column supplier_stock_check.days is 'days of the week, such as MONDAY,THURSDAY; one the supplier does not work on is left out';
comment on column supplier_stock_check.at_time is 'in the supplier''s zone';
alter table supplier_stock_check enable row level security;
alter table supplier_stock_check force row level security;
create policy tenant on supplier_stock_check using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on supplier_stock_check to baton_app;
