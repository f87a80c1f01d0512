-- What the store thinks of an order, so that a rise is told from a repeat.

alter table sales_order add column risk text check (risk in ('LOW', 'MEDIUM', 'HIGH'));
comment on column sales_order.risk is 'the store''s view of fraud when it last said one; null = it never did';
