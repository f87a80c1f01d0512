package dev.baton.trading.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param checkedAt when it was last looked at; null when it never was
 * @param trouble why that brought nothing; null when it went well
 * @param hostKey SFTP: the fingerprint that is pinned
 */
public record SourceState(
        boolean hasSecret,
        @Nullable Instant checkedAt,
        @Nullable String trouble,
        @Nullable String hostKey) {

    /** Reads it of a row with the columns of file_source. */
    public static SourceState read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new SourceState(
                row.getBytes("sealed_secret") != null,
                checked == null ? null : checked.toInstant(),
                row.getString("trouble"),
                row.getString("host_key"));
    }
}
