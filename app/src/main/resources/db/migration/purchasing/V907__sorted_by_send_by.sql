-- The list of purchase orders sorted by when each is to be with its supplier: written once, so that a change stays in place.
create index purchase_order_send_after on purchase_order (merchant_id, send_after, id);
comment on index purchase_order_send_after is 'the list by send-by time, from both ends';
