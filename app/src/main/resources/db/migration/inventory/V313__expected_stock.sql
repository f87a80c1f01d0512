-- When stock is expected that is not there yet, and who says so.

create table stock_expected (
    merchant_id uuid        not null,
    offer_id    uuid        not null,
    source_id   uuid        not null,
    source      text        not null,
    expected_on date        not null,
    quantity    integer,
    recorded_at timestamptz not null,
    primary key (merchant_id, offer_id, source_id),
    check (source in ('SUPPLIER', 'MERCHANT') and (quantity is null or quantity > 0))
);
comment on table stock_expected is 'distributed: days on which an offer is expected to have stock again; days that are over say nothing any more';
comment on column stock_expected.source_id is 'the allocation a supplier will fill later; the offer itself where the merchant says so';
comment on column stock_expected.expected_on is 'in the supplier''s zone';
comment on column stock_expected.quantity is 'selling units expected for those who wait; null = not known, taken as enough';
alter table stock_expected enable row level security;
alter table stock_expected force row level security;
create policy tenant on stock_expected using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on stock_expected to baton_app;
