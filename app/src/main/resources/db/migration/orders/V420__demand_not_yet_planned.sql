-- Units that are ordered and neither promised nor waiting, because a hold stops their order: they are not for sale again.

create index order_line_open on order_line (merchant_id, sku, line_id) where open > 0;
comment on index order_line_open is 'demand a hold stops, by SKU; almost every line has none';
