package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.shipping.PackageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
     * @param estimate the day the carrier expects to deliver; null = it does not say
     * @param lostAt since when it is taken to be lost, whatever its scans say; null = it is not
     */
    public record State(
            @Nullable ScanCode status,
            @Nullable Instant statusAt,
            @Nullable Instant deliveredAt,
            @Nullable LocalDate estimate,
            @Nullable Instant lostAt) {

        /** Whether it is taken to be lost. */
        public boolean isLost() {
            return lostAt != null;
        }

        /** The day it is expected; null = nobody knows, it is there, lost, or goes back. */
        public @Nullable LocalDate expected() {
            return isLost() || deliveredAt != null || status == ScanCode.RETURNED ? null : estimate;
        }

        /** Whether the day the carrier named is over without the parcel, and it is still expected. */
        public boolean isOverdue(LocalDate today) {
            LocalDate day = expected();
            return day != null && day.isBefore(today);
        }
    }

    /** By parcel; one without a tracking number that is not lost is absent. */
    public Map<PackageId, State> of(MerchantId merchant, Collection<PackageId> packages) {
        Map<PackageId, State> states = new HashMap<>();
        jdbc.sql("""
                select i.id as package_id, n.status, n.status_at, n.delivered_at, n.estimated_on, l.lost_at
                from unnest(:ids::uuid[]) as i (id)
                left join tracked_package p on p.merchant_id = :merchant and p.package_id = i.id
                left join tracked_number n on n.merchant_id = :merchant and n.id = p.tracked_number_id
                left join lost_package l on l.merchant_id = :merchant and l.package_id = i.id and l.found_at is null
                where p.package_id is not null or l.package_id is not null
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
                                    row.getObject("estimated_on", LocalDate.class),
                                    moment(row, "lost_at")));
                });
        return states;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
