-- What the store wants of a line and what stands may differ on purpose; these marks say by how much, so that the
-- next version of the store is compared with what the store knew and not with what Baton did meanwhile.
alter table order_line
    add column store_sku text,
    add column cancelled_here integer not null default 0 check (cancelled_here >= 0),
    add column cancel_refused integer not null default 0 check (cancel_refused >= 0),
    add column asked_by_hand integer not null default 0 check (asked_by_hand >= 0);
comment on column order_line.store_sku is 'the SKU the store gave the line, before a bundle was taken apart; null when it gave none or before this was kept';
comment on column order_line.cancelled_here is 'units cancelled by the API or a person that the store still wants';
comment on column order_line.cancel_refused is 'units that go on although they are not wanted: the supplier refused to cancel them, or they had left';
comment on column order_line.asked_by_hand is 'units a supplier was asked to leave out because somebody fulfilled them in the store by hand';
