-- What a supplier sends in larger quantities only.
alter table offer add column minimum_quantity integer not null default 1 check (minimum_quantity > 0);
comment on column offer.minimum_quantity is 'fewest selling units the supplier sends for a line; an offer above what is wanted is passed over';
comment on column supplier_item.minimum_quantity is 'fewest selling units of a line, as the supplier says; null when the list does not say';
