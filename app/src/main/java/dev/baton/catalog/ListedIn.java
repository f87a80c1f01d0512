package dev.baton.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in a supplier's price lists something stands.
 *
 * @param row of the list's file, from 1
 */
public record ListedIn(PriceRunId run, long row) {

    static @Nullable UUID runOf(@Nullable ListedIn listed) {
        return listed == null ? null : listed.run().value();
    }

    static @Nullable Long rowOf(@Nullable ListedIn listed) {
        return listed == null ? null : listed.row();
    }

    /** From the columns run_id and row_number; null when they are. */
    static @Nullable ListedIn read(ResultSet row) throws SQLException {
        @Nullable UUID run = row.getObject("run_id", UUID.class);
        long number = row.getLong("row_number");
        return run == null || row.wasNull() ? null : new ListedIn(new PriceRunId(run), number);
    }
}
