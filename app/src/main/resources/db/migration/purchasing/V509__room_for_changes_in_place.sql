-- A purchase order changes at sending, arrival, answer and shipment: room in the page lets the row change in place.
alter table purchase_order set (fillfactor = 40);
alter table purchase_order_line set (fillfactor = 50);
