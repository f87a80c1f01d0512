package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;

/** Reads rows of the table offer. */
final class OfferRows {

    private OfferRows() {}

    static CostRows.Read readWithNext(ResultSet row) throws SQLException {
        Timestamp next = row.getTimestamp("next_cost_at");
        return new CostRows.Read(read(row), next == null ? null : next.toInstant());
    }

    private static Offer read(ResultSet row) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("offer_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("ship_from"),
                row.getString("supplier_sku"),
                row.getLong("unit_cost_micros"),
                row.getString("currency"),
                PriceBreak.read(row.getString("price_breaks")),
                row.getInt("pack_size"),
                row.getInt("minimum_quantity"),
                Set.of((String[]) row.getArray("countries").getArray()),
                row.getInt("lead_time_days"));
    }
}
