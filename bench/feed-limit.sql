-- What a stock file costs the database alone, frozen.
--
-- The rows are copied into an unlogged table as they stand in the file, the table is analyzed, and two statements merge
-- it into the figures: what differs is updated, what is missing is inserted. No raw file, no look-up of an item code, no
-- ledger of figures, no row-level net, no locks in order, no resuming. Whatever Baton does with the same file on the same
-- machine is measured against this.
--
-- FROZEN: a change here makes every earlier ratio worthless. The check sum is pinned in FrozenSql, and the bench
-- refuses to run another text. A better limit is a new file beside this one.
--
-- Form: "-- @name" opens a section of one statement (the schema sections: many).

-- @schema
create schema bench_feed_limit;

create table bench_feed_limit.stock (
    merchant_id uuid not null,
    offer_code text not null,
    observed integer not null,
    buffer integer not null,
    uncovered bigint not null,
    observed_at timestamptz not null,
    primary key (merchant_id, offer_code)
) with (fillfactor = 70);

create unlogged table bench_feed_limit.staged (
    offer_code text not null,
    quantity integer not null
);

-- @empty
truncate bench_feed_limit.staged;

-- @copy
copy bench_feed_limit.staged (offer_code, quantity) from stdin with (format csv, header true);

-- @analyze
analyze bench_feed_limit.staged;

-- @update
update bench_feed_limit.stock as s
set observed = f.quantity, observed_at = now()
from bench_feed_limit.staged as f
where s.merchant_id = '019cadc6-9a80-7023-b45e-a7ec785b80a3' and s.offer_code = f.offer_code
  and s.observed <> f.quantity;

-- @insert
insert into bench_feed_limit.stock (merchant_id, offer_code, observed, buffer, uncovered, observed_at)
select '019cadc6-9a80-7023-b45e-a7ec785b80a3', f.offer_code, f.quantity, 0, 0, now()
from bench_feed_limit.staged as f
where not exists (select 1 from bench_feed_limit.stock as s
                  where s.merchant_id = '019cadc6-9a80-7023-b45e-a7ec785b80a3' and s.offer_code = f.offer_code);

-- @settle
vacuum analyze bench_feed_limit.stock;

-- @drop
drop schema if exists bench_feed_limit cascade;
