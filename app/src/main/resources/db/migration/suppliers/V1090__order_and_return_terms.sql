-- What is agreed about orders and returns: until when an order counts as of its day, who may carry, the least an order is worth, and what comes back.

create table supplier_order_terms (
    merchant_id      uuid   not null,
    supplier_id      uuid   not null,
    cut_off          time,
    carriers         text[] not null,
    minimum_minor    bigint,
    minimum_currency text,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (minimum_minor > 0),
    check ((minimum_minor is null) = (minimum_currency is null))
);
comment on table supplier_order_terms is 'distributed: what is agreed about orders; without a row nothing';
comment on column supplier_order_terms.cut_off is 'local time of the supplier; an order from then on counts as of its next working day; null = none';
comment on column supplier_order_terms.carriers is 'codes of carriers Baton knows, else the carrier as it was written; empty = any';
comment on column supplier_order_terms.minimum_minor is 'the least the goods of a purchase order cost, minor units; null = none';
comment on column supplier_order_terms.minimum_currency is 'ISO 4217; the minimum counts while the supplier''s currency is this one';
alter table supplier_order_terms enable row level security;
alter table supplier_order_terms force row level security;
create policy tenant on supplier_order_terms
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier_order_terms to baton_app;

create table supplier_return_terms (
    merchant_id    uuid    not null,
    supplier_id    uuid    not null,
    days           integer not null,
    paid_by        text    not null,
    restocking_bps integer not null,
    address        text,
    note           text,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (days between 0 and 3650 and restocking_bps between 0 and 10000),
    check (paid_by in ('CUSTOMER', 'MERCHANT', 'SUPPLIER'))
);
comment on table supplier_return_terms is 'distributed: on what terms a supplier takes goods back; without a row nothing is agreed';
comment on column supplier_return_terms.days is 'days after delivery within which goods are to be sent back; 0 = it takes nothing back';
comment on column supplier_return_terms.paid_by is 'who pays for the way back';
comment on column supplier_return_terms.restocking_bps is 'hundredths of a per cent of the goods'' cost that the supplier keeps';
comment on column supplier_return_terms.address is 'where goods go back to, as it is written on a parcel; null = not agreed';
alter table supplier_return_terms enable row level security;
alter table supplier_return_terms force row level security;
create policy tenant on supplier_return_terms
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier_return_terms to baton_app;
