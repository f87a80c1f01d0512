package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and binds the columns that the tables of this module share. */
final class Columns {

    private Columns() {}

    static OfferId offer(ResultSet row) throws SQLException {
        return new OfferId(row.getObject("offer_id", UUID.class));
    }

    static SkuId sku(ResultSet row) throws SQLException {
        return new SkuId(row.getObject("sku_id", UUID.class));
    }

    static SupplierId supplier(ResultSet row) throws SQLException {
        return new SupplierId(row.getObject("supplier_id", UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    static Instant instantOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static List<UUID> ids(Collection<OfferId> offers) {
        return offers.stream().map(OfferId::value).toList();
    }
}
