-- Orders that stand still are paged through by the order, of which several holds may be open.

create index hold_open_order on hold (merchant_id, sales_order_id, kind) where released_at is null;
comment on index hold_open_order is 'orders with an open hold, in the order of the key';
