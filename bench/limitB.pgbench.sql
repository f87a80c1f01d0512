-- Limit B for pgbench, written from limit.sql by PgbenchScript; a test holds the two together.
-- pgbench -n -M prepared -c 4 -j 2 -T 10 -D n=0 -f bench/limitB.pgbench.sql
-- pgbench binds no arrays: the server makes them up, which costs it what a program's driver would pay.
\set n :n + 1
\set first (:n * 1000 + :client_id) * 1000
\set offer random(0, 19999)
begin;
insert into bench_limit.sales_order
    (merchant_id, sales_order_id, store_order_ref, status, currency, total_minor, ship_to, placed_at)
select lpad(1::text, 32, '0')::uuid, sales_order_id, store_order_ref, 1, 'EUR', total_minor, ship_to, '2026-01-01T00:00:00Z'
from unnest(array(select lpad((:first::bigint + n)::text, 32, '0')::uuid from generate_series(1, 200) as n)::uuid[], array(select (:first::bigint + n)::text from generate_series(1, 200) as n)::text[], array(select 12345 from generate_series(1, 200) as n)::bigint[], array(select 'Mira Sample, Sample Street 12, 10115 Sampletown, DE, +49 30 5550112, mira@sample.example' from generate_series(1, 200) as n)::text[])
    as placed (sales_order_id, store_order_ref, total_minor, ship_to);
insert into bench_limit.sales_order_line
    (merchant_id, sales_order_id, line_no, sku, quantity, price_minor)
select lpad(1::text, 32, '0')::uuid, sales_order_id, line_no, sku, quantity, price_minor
from unnest(array(select lpad((:first::bigint + 1 + (n - 1) / 3)::text, 32, '0')::uuid from generate_series(1, 600) as n)::uuid[], array(select 1 + (n - 1) % 3 from generate_series(1, 600) as n)::smallint[], array(select 'SKU-' || n from generate_series(1, 600) as n)::text[], array(select 1 + n % 2 from generate_series(1, 600) as n)::integer[], array(select 1999 from generate_series(1, 600) as n)::bigint[])
    as line (sales_order_id, line_no, sku, quantity, price_minor);
insert into bench_limit.purchase_order
    (merchant_id, purchase_order_id, sales_order_id, supplier_id, number, status, issued_at)
select lpad(1::text, 32, '0')::uuid, purchase_order_id, sales_order_id, supplier_id, number, 1, '2026-01-01T00:00:00Z'
from unnest(array(select lpad((:first::bigint * 10 + n)::text, 32, '0')::uuid from generate_series(1, 400) as n)::uuid[], array(select lpad((:first::bigint + 1 + (n - 1) / 2)::text, 32, '0')::uuid from generate_series(1, 400) as n)::uuid[], array(select lpad((1 + n % 20)::text, 32, '0')::uuid from generate_series(1, 400) as n)::uuid[], array(select (:first::bigint * 10 + n)::text from generate_series(1, 400) as n)::text[])
    as issued (purchase_order_id, sales_order_id, supplier_id, number);
insert into bench_limit.purchase_order_line
    (merchant_id, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro)
select
    lpad(1::text, 32, '0')::uuid, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro
from unnest(
    array(select lpad((:first::bigint * 10 + 1 + (n - 1) / 3 * 2 + (n - 1) % 3 / 2)::text, 32, '0')::uuid from generate_series(1, 600) as n)::uuid[], array(select case (n - 1) % 3 when 1 then 2 else 1 end from generate_series(1, 600) as n)::smallint[], array(select lpad((:first::bigint + 1 + (n - 1) / 3)::text, 32, '0')::uuid from generate_series(1, 600) as n)::uuid[], array(select 1 + (n - 1) % 3 from generate_series(1, 600) as n)::smallint[],
    array(select lpad((1 + (:offer::integer + n * 33) % 20000)::text, 32, '0')::uuid from generate_series(1, 600) as n)::uuid[], array(select 1 + n % 2 from generate_series(1, 600) as n)::integer[], array(select 1250000 from generate_series(1, 600) as n)::bigint[])
    as line (
        purchase_order_id, line_no, sales_order_id, sales_order_line_no,
        offer_id, quantity, unit_cost_micro);
insert into bench_limit.work
    (merchant_id, work_id, queue, kind, subject_id, due_at, attempts)
select lpad(1::text, 32, '0')::uuid, work_id, queue, 'send-purchase-order', purchase_order_id, '2026-01-01T00:00:00Z', 0
from unnest(array(select lpad((:first::bigint * 10 + n)::text, 32, '0')::uuid from generate_series(1, 400) as n)::uuid[], array(select (1 + n % 20)::text from generate_series(1, 400) as n)::text[], array(select lpad((:first::bigint * 10 + n)::text, 32, '0')::uuid from generate_series(1, 400) as n)::uuid[]) as due (work_id, queue, purchase_order_id);
with locked as (
    select offer.offer_id, wanted.quantity
    from unnest(array(select lpad((1 + (:offer::integer + n * 33) % 20000)::text, 32, '0')::uuid from generate_series(1, 600) as n)::uuid[], array(select 1 + n % 2 from generate_series(1, 600) as n)::integer[]) as wanted (offer_id, quantity)
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
commit;
