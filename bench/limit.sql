-- The database's own limit, frozen.
--
-- What an order cannot do without, and nothing else: the order, its three lines, the guarded claim on stock, two
-- purchase orders with their lines, and the two work rows that send them. No audit, no explanation, no row-level net,
-- no raw document, no HTTP. Whatever Baton does on the same machine is measured against this, so that a figure means
-- the same on a laptop and on a server, this year and next.
--
-- FROZEN: a change here makes every earlier ratio worthless. The check sum is pinned in FrozenSql, and the bench
-- refuses to run another text. A better limit is a new file beside this one.
--
-- Form: "-- @name" opens a section of one statement (the schema sections: many). ":name" is a bound value. The same
-- text is run by JDBC and, with expressions in place of the values, by pgbench (limitA.pgbench.sql, limitB.pgbench.sql).

-- @schema
create schema bench_limit;

create table bench_limit.offer (
    merchant_id uuid not null,
    offer_id uuid not null,
    supplier_id uuid not null,
    observed integer not null,
    buffer integer not null,
    uncovered integer not null check (uncovered >= 0),
    primary key (merchant_id, offer_id)
) with (fillfactor = 50); -- room for the next version of a row on its own page: a claim then touches no index

create table bench_limit.sales_order (
    merchant_id uuid not null,
    sales_order_id uuid not null,
    store_order_ref text not null,
    status smallint not null,
    currency text not null,
    total_minor bigint not null,
    ship_to text not null,
    placed_at timestamptz not null,
    primary key (merchant_id, sales_order_id),
    unique (merchant_id, store_order_ref) -- one customer's order exists once
);

create table bench_limit.sales_order_line (
    merchant_id uuid not null,
    sales_order_id uuid not null,
    line_no smallint not null,
    sku text not null,
    quantity integer not null check (quantity > 0),
    price_minor bigint not null,
    primary key (merchant_id, sales_order_id, line_no)
);

create table bench_limit.purchase_order (
    merchant_id uuid not null,
    purchase_order_id uuid not null,
    sales_order_id uuid not null,
    supplier_id uuid not null,
    number text not null,
    status smallint not null,
    issued_at timestamptz not null,
    primary key (merchant_id, purchase_order_id)
);

create table bench_limit.purchase_order_line ( -- and allocation: which offer fills which line of the order
    merchant_id uuid not null,
    purchase_order_id uuid not null,
    line_no smallint not null,
    sales_order_id uuid not null,
    sales_order_line_no smallint not null,
    offer_id uuid not null,
    quantity integer not null check (quantity > 0),
    unit_cost_micro bigint not null,
    primary key (merchant_id, purchase_order_id, line_no)
);

create table bench_limit.work (
    merchant_id uuid not null,
    work_id uuid not null,
    queue text not null,
    kind text not null,
    subject_id uuid not null,
    due_at timestamptz not null,
    attempts integer not null,
    primary key (merchant_id, work_id)
);

-- One merchant, 20 suppliers, 20,000 offers that never run out: the guard is paid for, a shortage never measured.
insert into bench_limit.offer (merchant_id, offer_id, supplier_id, observed, buffer, uncovered)
select
    lpad('1', 32, '0')::uuid,
    lpad(n::text, 32, '0')::uuid,
    lpad((1 + n % 20)::text, 32, '0')::uuid,
    1000000000,
    5,
    0
from generate_series(1, 20000) as n;

-- @between-runs
truncate
    bench_limit.sales_order,
    bench_limit.sales_order_line,
    bench_limit.purchase_order,
    bench_limit.purchase_order_line,
    bench_limit.work;

-- @settle
vacuum (analyze) bench_limit.offer;

-- @drop
drop schema if exists bench_limit cascade;

-- ---------------------------------------------------------------------------------------------------------------------
-- The claim, one statement in both limits: rows locked in key order, then a guarded update whose count must match.

-- @claim
with locked as (
    select offer.offer_id, wanted.quantity
    from unnest(:offers::uuid[], :quantities::integer[]) as wanted (offer_id, quantity)
    join bench_limit.offer on offer.merchant_id = :merchant and offer.offer_id = wanted.offer_id
    order by offer.merchant_id, offer.offer_id
    for no key update of offer
)
update bench_limit.offer
set uncovered = offer.uncovered + locked.quantity
from locked
where offer.merchant_id = :merchant
    and offer.offer_id = locked.offer_id
    and offer.observed - offer.buffer - offer.uncovered >= locked.quantity;

-- ---------------------------------------------------------------------------------------------------------------------
-- Limit A: one order per transaction in six prepared statements: these five and the claim, which comes
-- third.

-- @a-sales-order
insert into bench_limit.sales_order
    (merchant_id, sales_order_id, store_order_ref, status, currency, total_minor, ship_to, placed_at)
values
    (:merchant, :order, :store_order_ref, 1, 'EUR', :total, :ship_to, :at);

-- @a-sales-order-lines
insert into bench_limit.sales_order_line
    (merchant_id, sales_order_id, line_no, sku, quantity, price_minor)
values
    (:merchant, :order, 1, :sku_1, :quantity_1, :price_1),
    (:merchant, :order, 2, :sku_2, :quantity_2, :price_2),
    (:merchant, :order, 3, :sku_3, :quantity_3, :price_3);

-- @a-purchase-orders
insert into bench_limit.purchase_order
    (merchant_id, purchase_order_id, sales_order_id, supplier_id, number, status, issued_at)
values
    (:merchant, :purchase_order_1, :order, :supplier_1, :number_1, 1, :at),
    (:merchant, :purchase_order_2, :order, :supplier_2, :number_2, 1, :at);

-- @a-purchase-order-lines
insert into bench_limit.purchase_order_line
    (merchant_id, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro)
values
    (:merchant, :purchase_order_1, 1, :order, 1, :offer_1, :quantity_1, :cost_1),
    (:merchant, :purchase_order_1, 2, :order, 2, :offer_2, :quantity_2, :cost_2),
    (:merchant, :purchase_order_2, 1, :order, 3, :offer_3, :quantity_3, :cost_3);

-- @a-work
insert into bench_limit.work
    (merchant_id, work_id, queue, kind, subject_id, due_at, attempts)
values
    (:merchant, :work_1, :queue_1, 'send-purchase-order', :purchase_order_1, :at, 0),
    (:merchant, :work_2, :queue_2, 'send-purchase-order', :purchase_order_2, :at, 0);

-- ---------------------------------------------------------------------------------------------------------------------
-- Limit B: 200 orders per transaction in the same six statements over flat arrays. The claim comes last: its row locks
-- are the only thing for which two batches of one merchant wait.

-- @b-sales-orders
insert into bench_limit.sales_order
    (merchant_id, sales_order_id, store_order_ref, status, currency, total_minor, ship_to, placed_at)
select :merchant, sales_order_id, store_order_ref, 1, 'EUR', total_minor, ship_to, :at
from unnest(:orders::uuid[], :store_order_refs::text[], :totals::bigint[], :ship_tos::text[])
    as placed (sales_order_id, store_order_ref, total_minor, ship_to);

-- @b-sales-order-lines
insert into bench_limit.sales_order_line
    (merchant_id, sales_order_id, line_no, sku, quantity, price_minor)
select :merchant, sales_order_id, line_no, sku, quantity, price_minor
from unnest(:line_orders::uuid[], :line_nos::smallint[], :skus::text[], :line_quantities::integer[], :prices::bigint[])
    as line (sales_order_id, line_no, sku, quantity, price_minor);

-- @b-purchase-orders
insert into bench_limit.purchase_order
    (merchant_id, purchase_order_id, sales_order_id, supplier_id, number, status, issued_at)
select :merchant, purchase_order_id, sales_order_id, supplier_id, number, 1, :at
from unnest(:purchase_orders::uuid[], :purchase_order_orders::uuid[], :suppliers::uuid[], :numbers::text[])
    as issued (purchase_order_id, sales_order_id, supplier_id, number);

-- @b-purchase-order-lines
insert into bench_limit.purchase_order_line
    (merchant_id, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro)
select
    :merchant, purchase_order_id, line_no, sales_order_id, sales_order_line_no, offer_id, quantity, unit_cost_micro
from unnest(
    :line_purchase_orders::uuid[], :purchase_order_line_nos::smallint[], :line_orders::uuid[], :line_nos::smallint[],
    :line_offers::uuid[], :line_quantities::integer[], :costs::bigint[])
    as line (
        purchase_order_id, line_no, sales_order_id, sales_order_line_no,
        offer_id, quantity, unit_cost_micro);

-- @b-work
insert into bench_limit.work
    (merchant_id, work_id, queue, kind, subject_id, due_at, attempts)
select :merchant, work_id, queue, 'send-purchase-order', purchase_order_id, :at, 0
from unnest(:works::uuid[], :queues::text[], :purchase_orders::uuid[]) as due (work_id, queue, purchase_order_id);
