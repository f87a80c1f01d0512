package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Reads rows of the table offer. */
final class OfferRows {

    private OfferRows() {}

    static Offer read(ResultSet row) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("offer_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("ship_from"),
                row.getString("supplier_sku"),
                row.getLong("unit_cost_micros"),
                row.getString("currency"),
                row.getInt("pack_size"),
                Set.of((String[]) row.getArray("countries").getArray()),
                row.getInt("lead_time_days"));
    }
}
