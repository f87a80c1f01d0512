package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.shipping.PackageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where many parcels are, in short; needs an open transaction of the merchant. */
@Component
public final class ParcelStates {

    private final JdbcClient jdbc;

    ParcelStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where one parcel is.
     *
     * @param status what the carrier's scans add up to; null = none yet
     * @param statusAt when the carrier saw that
     * @param deliveredAt when a scan first said delivered; null = none did
     * @param estimate when the carrier expects to deliver; null = it does not say
     */
    public record State(
            @Nullable ScanCode status,
            @Nullable Instant statusAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant estimate) {

        /** Whether the day the carrier named has passed without the parcel. */
        public boolean isOverdue(Instant now) {
            return deliveredAt == null && estimate != null && estimate.isBefore(now);
        }
    }

    /** By parcel; one without a tracking number is absent. */
    public Map<PackageId, State> of(MerchantId merchant, Collection<PackageId> packages) {
        Map<PackageId, State> states = new HashMap<>();
        jdbc.sql("""
                select p.package_id, n.status, n.status_at, n.delivered_at, n.estimated_at
                from tracked_package p
                join tracked_number n on n.merchant_id = p.merchant_id and n.id = p.tracked_number_id
                where p.merchant_id = :merchant and n.merchant_id = :merchant and p.package_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(packages.stream().map(PackageId::value).toList()))
                .query(row -> {
                    String status = row.getString("status");
                    states.put(
                            new PackageId(row.getObject("package_id", UUID.class)),
                            new State(
                                    status == null ? null : ScanCode.valueOf(status),
                                    moment(row, "status_at"),
                                    moment(row, "delivered_at"),
                                    moment(row, "estimated_at")));
                });
        return states;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
