-- the items of one supplier, page by page: without it its page reads the items of all others
create index supplier_item_of_supplier on supplier_item (merchant_id, supplier_id, item_id);
