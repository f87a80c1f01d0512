-- Limit A for pgbench, written from limit.sql by PgbenchScript; a test holds the two together.
-- pgbench -n -M prepared -c 16 -j 2 -T 10 -D n=0 -f bench/limitA.pgbench.sql
-- n counts a client's transactions; order numbers of two clients differ in their last three digits.
\set n :n + 1
\set order :n * 1000 + :client_id
\set purchase_order_1 :order * 10 + 1
\set purchase_order_2 :order * 10 + 2
\set offer_1 random(1, 20000)
\set offer_2 1 + (:offer_1 + random(0, 9998)) % 20000
\set offer_3 1 + (:offer_1 + 9999 + random(0, 9999)) % 20000
\set supplier_1 1 + :offer_2 % 20
\set supplier_2 1 + :offer_3 % 20
begin;
insert into bench_limit.sales_order
    (merchant_id, sales_order_id, store_order_ref, status, currency, total_minor, ship_to, placed_at)
values
    (lpad(1::text, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, :order, 1, 'EUR', 12345, 'Mira Sample, Sample Street 12, 10115 Sampletown, DE, +49 30 5550112, mira@sample.example', '2026-01-01T00:00:00Z');
insert into bench_limit.sales_order_line
    (merchant_id, sales_order_id, line_no, sku, quantity, price_minor)
values
    (lpad(1::text, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, 1, 'SKU-1', 1, 1999),
    (lpad(1::text, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, 2, 'SKU-2', 2, 1999),
    (lpad(1::text, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, 3, 'SKU-3', 1, 1999);
with locked as (
    select offer.offer_id, wanted.quantity
    from unnest(array[lpad(:offer_1, 32, '0')::uuid, lpad(:offer_2, 32, '0')::uuid, lpad(:offer_3, 32, '0')::uuid]::uuid[], array[1, 2, 1]::integer[]) as wanted (offer_id, quantity)
    join bench_limit.offer on offer.merchant_id = lpad(1::text, 32, '0')::uuid and offer.offer_id = wanted.offer_id
    order by offer.merchant_id, offer.offer_id
    for no key update of offer
)
update bench_limit.offer
set uncovered = offer.uncovered + locked.quantity
from locked
where offer.merchant_id = lpad(1::text, 32, '0')::uuid
    and offer.offer_id = locked.offer_id
    and offer.observed - offer.buffer - offer.uncovered >= locked.quantity;
insert into bench_limit.purchase_order
    (merchant_id, purchase_order_id, sales_order_id, supplier_id, number, status, issued_at)
values
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_1, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, lpad(:supplier_1, 32, '0')::uuid, :purchase_order_1, 1, '2026-01-01T00:00:00Z'),
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_2, 32, '0')::uuid, lpad(:order, 32, '0')::uuid, lpad(:supplier_2, 32, '0')::uuid, :purchase_order_2, 1, '2026-01-01T00:00:00Z');
insert into bench_limit.purchase_order_line
    (merchant_id, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro)
values
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_1, 32, '0')::uuid, 1, lpad(:order, 32, '0')::uuid, 1, lpad(:offer_1, 32, '0')::uuid, 1, 1250000),
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_1, 32, '0')::uuid, 2, lpad(:order, 32, '0')::uuid, 2, lpad(:offer_2, 32, '0')::uuid, 2, 1250000),
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_2, 32, '0')::uuid, 1, lpad(:order, 32, '0')::uuid, 3, lpad(:offer_3, 32, '0')::uuid, 1, 1250000);
insert into bench_limit.work
    (merchant_id, work_id, queue, kind, subject_id, due_at, attempts)
values
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_1, 32, '0')::uuid, :supplier_1, 'send-purchase-order', lpad(:purchase_order_1, 32, '0')::uuid, '2026-01-01T00:00:00Z', 0),
    (lpad(1::text, 32, '0')::uuid, lpad(:purchase_order_2, 32, '0')::uuid, :supplier_2, 'send-purchase-order', lpad(:purchase_order_2, 32, '0')::uuid, '2026-01-01T00:00:00Z', 0);
commit;
