-- What is agreed about costs a supplier names otherwise than its purchase order.

create table supplier_price_terms (
    merchant_id      uuid    not null,
    supplier_id      uuid    not null,
    tolerance_bps    integer not null,
    tolerance_micros bigint,
    at_deadline      text    not null,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (tolerance_bps between 0 and 10000 and tolerance_micros >= 0 and at_deadline in ('ASK', 'REFUSE', 'ACCEPT'))
);
comment on table supplier_price_terms is 'distributed: by how much a supplier may answer dearer than it was asked; without a row a small share';
comment on column supplier_price_terms.tolerance_bps is 'hundredths of a per cent of the cost asked';
comment on column supplier_price_terms.tolerance_micros is 'at most that much a unit besides, in 10⁻⁶ of the supplier''s currency; null = the share alone';
comment on column supplier_price_terms.at_deadline is 'what becomes of a counter-offer nobody has decided in time';
alter table supplier_price_terms enable row level security;
alter table supplier_price_terms force row level security;
create policy tenant on supplier_price_terms
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier_price_terms to baton_app;
