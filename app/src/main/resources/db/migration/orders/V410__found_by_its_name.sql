-- A customer finds an order by the number the store printed on it.
create index sales_order_named on sales_order (merchant_id, store_id, store_order_name);
comment on index sales_order_named is 'the order a customer means by its number';
