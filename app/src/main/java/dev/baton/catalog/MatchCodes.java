package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the offers of a great many of a supplier's item codes, set against set: the rows of a stock file. Both sets are
 * temporary tables of the session, so that neither module reads a table of the other.
 */
@Component
public final class MatchCodes {

    private final JdbcClient jdbc;

    MatchCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads the temporary table {@code stated_code (…, supplier_sku text)} and makes the temporary table {@code
     * matched_code}: each of its rows once for every offer of the supplier with that code, all its columns and {@code
     * offer_id uuid, sku_id uuid, offered_from text}. It goes with the transaction, which must be open.
     */
    public void match(MerchantId merchant, SupplierId supplier) {
        // a statement that makes a table takes no parameters; both are ids, not text
        jdbc.sql("""
                create temporary table matched_code on commit drop as
                select c.*, o.offer_id, o.sku_id, o.ship_from as offered_from
                from stated_code c
                join offer o on o.merchant_id = '%s' and o.supplier_id = '%s' and o.supplier_sku = c.supplier_sku
                """.formatted(merchant.value(), supplier.value())).update();
    }
}
