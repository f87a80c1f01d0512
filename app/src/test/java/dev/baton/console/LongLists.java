package dev.baton.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Thousands of rows of the lists whose rows no test has one of to copy: what stores sell and show, what suppliers list,
 * alerts, and goods somebody waits for. Ids rise with the number of a row, so that a test knows where a page begins.
 */
final class LongLists {

    /** What is what: the first digit of ids. */
    static final int VARIANT = 1;

    static final int ITEM = 2;
    static final int ALERT = 3;
    static final int FIGURE = 4;
    static final int DRIFT = 5;
    static final int GOODS = 6;

    private static final int OFFER = 7;

    /** 60 letters. */
    private static final String TITLE =
            "'Handmade desk lamp of brass, its foot of solid marble, ' || lpad(k::text, 5, '0')";

    /** Every fifth variant is not known here, every tenth has no SKU, the rest are mapped or have a code of ours. */
    private static final String[] SEEDS = {
        """
        insert into sku (merchant_id, sku_id, code, title, weight_grams, requires_shipping, bundle, code_key)
        select :merchant, :goods, 'lamp-' || k, :title, 900, true, false, 'LAMP' || k from generate_series(1, :many) k
        """, """
        insert into sku_word (merchant_id, word, sku_id)
        select :merchant, word, :goods from generate_series(1, :many) k
        cross join unnest(array['handmade', 'desk', 'lamp', 'brass', 'solid', 'marble', lpad(k::text, 5, '0')]) word
        """, """
        insert into offer (merchant_id, offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency,
                           pack_size, countries, lead_time_days)
        select :merchant, :offer, :goods, :supplier, 'MAIN', 'S-' || k, 7770000, 'EUR', 1, '{}', 1
        from generate_series(1, :many) k
        """, """
        insert into stock (merchant_id, offer_id, sku_id, supplier_id, observed, buffer, uncovered, left_out, discontinued)
        select :merchant, :offer, :goods, :supplier, k % 7, 0, 0, false, false from generate_series(1, :many) k
        """, """
        insert into waiting_demand (merchant_id, sku_id, order_line_id, quantity, since)
        select :merchant, :goods, :goods, 1 + k % 3, :at from generate_series(1, :many) k
        """, """
        insert into store_product (merchant_id, store_id, product_id, id, title, status, updated_at, observed_at, deleted)
        values (:merchant, :store, '1', :merchant, 'Desk lamp', 'ACTIVE', :at, :at, false)
        """, """
        insert into listing (merchant_id, listing_id, store_id, product_id, variant_id, title, sku, sku_key, price_minor,
                             currency, requires_shipping, weight_grams)
        select :merchant, :variant, :store, '1', k::text, :title,
               case when k % 10 = 0 then null when k % 5 = 1 then 'old-lamp-' || k else 'lamp-' || k end,
               case when k % 10 = 0 then null when k % 5 = 1 then 'OLDLAMP' || k else 'LAMP' || k end, 4900, 'EUR', true, 900
        from generate_series(1, :many) k
        """, """
        insert into sku_mapping (merchant_id, store_id, store_sku, country, sku_id, quantity)
        select :merchant, :store, 'lamp-' || k, '', :goods, 1 from generate_series(2, :many, 5) k
        """, """
        insert into supplier_item (merchant_id, item_id, supplier_id, supplier_sku, ship_from, title, unit_cost_micros,
                                   currency, pack_size, lead_time_days, since, listed_at)
        select :merchant, :item, :supplier, 'AC-' || k, '', :title, 12500000, 'EUR', 1, 2, :at, :at
        from generate_series(1, :many) k
        """, """
        insert into stock_alert (merchant_id, alert_id, kind, subject_id, sku_id, available, sold, sold_days, threshold,
                                 raised_at)
        select :merchant, :alert, case when k % 2 = 0 then 'LOW' else 'OUT' end, :goods, :goods, k % 7, 14, 14, 7, :at
        from generate_series(1, :many) k
        """, """
        insert into store_figure (merchant_id, store_id, variant_id, figure_id, sku, title, state, sells_on, desired,
                                  in_store, unseen, plan_due, pending, must_read, generation, changed_at)
        select :merchant, :store, k::text, :figure, 'lamp-' || k, :title, 'OFFERED', k % 4 = 0, k % 90, k % 80, 0, false,
               false, false, 0, :at
        from generate_series(1, :many) k
        """, """
        insert into availability_check (merchant_id, check_id, store_id, begun_at, ended_at, after, checked, drifted)
        values (:merchant, :store, :store, :at, :at, '', :many, :many)
        """, """
        insert into availability_drift (merchant_id, check_id, drift_id, store_id, variant_id, kind, expected, found)
        select :merchant, :store, :drift, :store, k::text, 'LOWER', k % 90, k % 80 from generate_series(1, :many) k
        """,
    };

    private LongLists() {}

    /** The id of the {@code number}-th row of a kind, from 1. */
    static UUID id(int kind, int number) {
        return UUID.fromString("%d0000000-0000-7000-8000-%012x".formatted(kind, number));
    }

    /** So many of each, as the merchant's. */
    static void fill(Connection superuser, ConsoleShop shop, int many) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String seed : SEEDS) {
                statement.execute(seed.replace(":merchant", uuid(shop.merchant.value()))
                        .replace(":store", uuid(shop.shop.store().id().value()))
                        .replace(":supplier", uuid(shop.acme.value()))
                        .replace(":at", "timestamptz '" + shop.baton.clock().instant() + "'")
                        .replace(":title", TITLE)
                        .replace(":variant", each(VARIANT))
                        .replace(":item", each(ITEM))
                        .replace(":alert", each(ALERT))
                        .replace(":figure", each(FIGURE))
                        .replace(":drift", each(DRIFT))
                        .replace(":goods", each(GOODS))
                        .replace(":offer", each(OFFER))
                        .replace(":many", String.valueOf(many)));
            }
            statement.execute("analyze");
        }
    }

    private static String uuid(UUID id) {
        return "'" + id + "'::uuid";
    }

    private static String each(int kind) {
        return "('" + kind + "0000000-0000-7000-8000-' || lpad(to_hex(k), 12, '0'))::uuid";
    }
}
