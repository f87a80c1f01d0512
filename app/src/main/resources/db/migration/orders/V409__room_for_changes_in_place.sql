-- Every line and allocation changes at sending, answer and shipment, every key once it is applied: room in the page lets
-- the row change in place, without a new entry in each index.
alter table order_line set (fillfactor = 50);
alter table allocation set (fillfactor = 50);
alter table store_order set (fillfactor = 50);
