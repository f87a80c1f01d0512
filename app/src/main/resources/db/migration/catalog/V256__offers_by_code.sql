-- The one way in which another module's statement may ask for offers as a set: a stock file of many rows.

create function offers_of_supplier(uuid, uuid)
    returns table (supplier_sku text, offer_id uuid, sku_id uuid, ship_from text)
    language sql stable
    as $$
        select o.supplier_sku, o.offer_id, o.sku_id, o.ship_from
        from offer o
        where o.merchant_id = $1 and o.supplier_id = $2
    $$;
comment on function offers_of_supplier is 'merchant, supplier: its offers by its own item codes, under the caller''s own rights';
grant execute on function offers_of_supplier to baton_app;
