-- Test orders: what a supplier is sent to see whether its channel works; outside of stock and figures.

create table test_order (
    merchant_id uuid        not null,
    test_id     uuid        not null,
    supplier_id uuid        not null,
    state       text        not null check (state in ('WAITING', 'SENT', 'FAILED')),
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    note        text,
    primary key (merchant_id, test_id)
);
comment on table test_order is 'distributed: one test order to one supplier''s channel; there is no purchase order behind it';
comment on column test_order.note is 'what the supplier''s system or the relay said; null = nothing';
create index test_order_of_supplier on test_order (merchant_id, supplier_id, test_id);
comment on index test_order_of_supplier is 'the last test of a supplier';
alter table test_order enable row level security;
alter table test_order force row level security;
create policy tenant on test_order using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on test_order to baton_app;
