package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.shipping.PackageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What carriers said about parcels; every method needs an open transaction of the merchant. */
@Component
public class TrackingLookup {

    /** Of a parcel; whoever sends more tells nothing with the oldest. */
    private static final int MOST_SCANS = 200;

    private final TrackedPackages packages;
    private final JdbcClient jdbc;

    TrackingLookup(TrackedPackages packages, JdbcClient jdbc) {
        this.packages = packages;
        this.jdbc = jdbc;
    }

    /**
     * A parcel's way so far.
     *
     * @param status what is shown; null = no scan yet
     * @param statusAt when the carrier saw that; null = no scan yet
     * @param deliveredAt when its units were counted as delivered; null = not yet
     * @param estimate the day the carrier expects to deliver it; null = it does not say
     * @param scans latest first, the newest {@value #MOST_SCANS} at most
     */
    public record ParcelStory(
            PackageId id,
            @Nullable ScanCode status,
            @Nullable Instant statusAt,
            @Nullable Instant deliveredAt,
            @Nullable LocalDate estimate,
            List<StoredScan> scans) {

        /** The day it is expected; null = nobody knows, it is there or goes back. */
        public @Nullable LocalDate expected() {
            return deliveredAt != null || status == ScanCode.RETURNED ? null : estimate;
        }
    }

    /** One event as it was told. */
    public record StoredScan(
            Instant occurredAt,
            ScanCode code,
            @Nullable String text,
            @Nullable String place) {}

    /** A number that was scanned and that no shipment has named. */
    public record UnmatchedNumber(
            String carrier,
            String trackingNumber,
            @Nullable ScanCode status,
            @Nullable Instant statusAt) {}

    /** The stories of the given parcels; one without a tracking number is absent. */
    public Map<PackageId, ParcelStory> stories(MerchantId merchant, Collection<PackageId> ids) {
        List<TrackedPackages.Row> rows = packages.find(merchant, ids);
        List<UUID> numbers =
                rows.stream().map(TrackedPackages.Row::number).distinct().toList();
        Map<UUID, List<StoredScan>> scans = scans(merchant, numbers);
        Map<UUID, LocalDate> estimates = estimates(merchant, numbers);
        Map<PackageId, ParcelStory> stories = new HashMap<>();
        for (TrackedPackages.Row row : rows) {
            List<StoredScan> ofNumber = scans.getOrDefault(row.number(), List.of());
            ScanStory story = ScanStory.of(ofNumber.stream()
                    .map(scan -> new ScanStory.Scan(scan.occurredAt(), scan.code()))
                    .toList());
            stories.put(
                    row.id(),
                    new ParcelStory(
                            row.id(),
                            story.status(),
                            story.statusAt(),
                            row.deliveredAt(),
                            estimates.get(row.number()),
                            ofNumber));
        }
        return stories;
    }

    /** Those of the given parcels whose units count as delivered: their numbers stay. */
    public Set<PackageId> delivered(MerchantId merchant, Collection<PackageId> ids) {
        return packages.find(merchant, ids).stream()
                .filter(row -> row.deliveredAt() != null)
                .map(TrackedPackages.Row::id)
                .collect(Collectors.toSet());
    }

    private Map<UUID, List<StoredScan>> scans(MerchantId merchant, List<UUID> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<StoredScan>> scans = new HashMap<>();
        jdbc.sql("""
                select n.id as tracked_number_id, s.occurred_at, s.code, s.words, s.place
                from unnest(:ids::uuid[]) as n (id)
                cross join lateral (
                    select occurred_at, code, words, place
                    from tracking_scan
                    where merchant_id = :merchant and tracked_number_id = n.id
                    order by occurred_at desc, code
                    limit :most) s
                order by n.id, s.occurred_at desc, s.code
                """)
                .param("most", MOST_SCANS)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(numbers))
                .query(row -> {
                    scans.computeIfAbsent(row.getObject("tracked_number_id", UUID.class), id -> new ArrayList<>())
                            .add(new StoredScan(
                                    row.getObject("occurred_at", OffsetDateTime.class)
                                            .toInstant(),
                                    ScanCode.valueOf(row.getString("code")),
                                    row.getString("words"),
                                    row.getString("place")));
                });
        return scans;
    }

    private Map<UUID, LocalDate> estimates(MerchantId merchant, List<UUID> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<UUID, LocalDate> estimates = new HashMap<>();
        jdbc.sql("""
                select id, estimated_on from tracked_number
                where merchant_id = :merchant and id = any(:ids::uuid[]) and estimated_on is not null
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(numbers))
                .query(row -> {
                    estimates.put(row.getObject("id", UUID.class), row.getObject("estimated_on", LocalDate.class));
                });
        return estimates;
    }

    /** Numbers that were scanned before, or without, any shipment naming them; newest first. */
    public List<UnmatchedNumber> unmatched(MerchantId merchant, int limit) {
        return jdbc.sql("""
                select t.carrier_code, t.tracking_number, t.status, t.status_at
                from tracked_number t
                where t.merchant_id = :merchant
                  and not exists (select 1 from tracked_package p
                                  where p.merchant_id = t.merchant_id and p.tracked_number_id = t.id)
                order by t.merchant_id desc, t.id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("limit", limit)
                .query((row, number) -> {
                    String status = row.getString("status");
                    OffsetDateTime at = row.getObject("status_at", OffsetDateTime.class);
                    return new UnmatchedNumber(
                            row.getString("carrier_code"),
                            row.getString("tracking_number"),
                            status == null ? null : ScanCode.valueOf(status),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    /** How many parcels were delivered. */
    public long countDelivered(MerchantId merchant) {
        return packages.countDelivered(merchant);
    }
}
