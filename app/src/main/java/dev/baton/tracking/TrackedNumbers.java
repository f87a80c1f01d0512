package dev.baton.tracking;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of tracked numbers and their scans; every method needs an open transaction of the merchant. */
@Component
class TrackedNumbers {

    private final JdbcClient jdbc;
    private final Ids ids;

    TrackedNumbers(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * A tracked number.
     *
     * @param status null = no scan yet
     */
    record Row(
            UUID id,
            TrackingKey key,
            boolean carrierSure,
            @Nullable ScanCode status,
            @Nullable Instant statusAt,
            @Nullable Instant deliveredAt) {}

    /** A scan to store; {@code number} is the tracked number's id. */
    record StoredScan(
            UUID number,
            Instant occurredAt,
            ScanCode code,
            @Nullable String words,
            @Nullable String place) {}

    /** All rows of these numbers, of whatever carrier. */
    List<Row> ofNumbers(MerchantId merchant, Collection<String> numbers) {
        return jdbc.sql("""
                select id, carrier_code, tracking_number, carrier_sure, status, status_at, delivered_at
                from tracked_number
                where merchant_id = :merchant and tracking_number = any(:numbers::text[])
                order by id
                """)
                .param("merchant", merchant.value())
                .param("numbers", SqlArrays.texts(numbers))
                .query(TrackedNumbers::read)
                .list();
    }

    /** Makes the rows that are missing; sure says whether the carrier was named. */
    void insertMissing(MerchantId merchant, Map<TrackingKey, Boolean> keys, Instant now) {
        if (keys.isEmpty()) {
            return;
        }
        List<TrackingKey> inOrder = keys.keySet().stream()
                .sorted(Comparator.comparing(TrackingKey::number).thenComparing(TrackingKey::carrier))
                .toList();
        boolean[] sure = new boolean[inOrder.size()];
        List<UUID> rowIds = new ArrayList<>();
        for (int i = 0; i < sure.length; i++) {
            sure[i] = keys.getOrDefault(inOrder.get(i), false);
            rowIds.add(ids.next());
        }
        jdbc.sql("""
                insert into tracked_number (merchant_id, id, carrier_code, tracking_number, carrier_sure, first_seen_at)
                select :merchant, n.id, n.carrier, n.number, n.sure, :now
                from unnest(:ids::uuid[], :carriers::text[], :numbers::text[], :sure::bool[])
                     as n (id, carrier, number, sure)
                on conflict (merchant_id, tracking_number, carrier_code) do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", SqlArrays.uuids(rowIds))
                .param(
                        "carriers",
                        SqlArrays.texts(
                                inOrder.stream().map(TrackingKey::carrier).toList()))
                .param(
                        "numbers",
                        SqlArrays.texts(
                                inOrder.stream().map(TrackingKey::number).toList()))
                .param("sure", SqlArrays.bools(sure))
                .update();
    }

    /** Locks the rows in key order: scans and shipments of one number wait for each other here. */
    List<Row> lock(MerchantId merchant, Collection<UUID> rowIds) {
        return jdbc.sql("""
                select id, carrier_code, tracking_number, carrier_sure, status, status_at, delivered_at
                from tracked_number
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(rowIds))
                .query(TrackedNumbers::read)
                .list();
    }

    /** Stores scans; answers how many were not known before. */
    int insertScans(MerchantId merchant, List<StoredScan> scans, Instant now) {
        List<@Nullable String> words = new ArrayList<>();
        List<@Nullable String> places = new ArrayList<>();
        for (StoredScan scan : scans) {
            words.add(scan.words());
            places.add(scan.place());
        }
        return jdbc.sql("""
                insert into tracking_scan (merchant_id, tracked_number_id, occurred_at, code, words, place, recorded_at)
                select :merchant, s.number, s.occurred_at, s.code, s.words, s.place, :now
                from unnest(:numbers::uuid[], :ats::timestamptz[], :codes::text[], :words::text[], :places::text[])
                     as s (number, occurred_at, code, words, place)
                on conflict (merchant_id, tracked_number_id, occurred_at, code) do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param(
                        "numbers",
                        SqlArrays.uuids(scans.stream().map(StoredScan::number).toList()))
                .param(
                        "ats",
                        SqlArrays.instants(
                                scans.stream().map(StoredScan::occurredAt).toList()))
                .param(
                        "codes",
                        SqlArrays.texts(
                                scans.stream().map(scan -> scan.code().name()).toList()))
                .param("words", SqlArrays.texts(words))
                .param("places", SqlArrays.texts(places))
                .update();
    }

    Map<UUID, List<ScanStory.Scan>> scans(MerchantId merchant, Collection<UUID> rowIds) {
        Map<UUID, List<ScanStory.Scan>> scans = new HashMap<>();
        jdbc.sql("""
                select tracked_number_id, occurred_at, code
                from tracking_scan
                where merchant_id = :merchant and tracked_number_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(rowIds))
                .query(row -> {
                    scans.computeIfAbsent(row.getObject("tracked_number_id", UUID.class), id -> new ArrayList<>())
                            .add(new ScanStory.Scan(
                                    row.getObject("occurred_at", OffsetDateTime.class)
                                            .toInstant(),
                                    ScanCode.valueOf(row.getString("code"))));
                });
        return scans;
    }

    void write(MerchantId merchant, Map<UUID, ScanStory> stories) {
        List<UUID> rowIds = List.copyOf(stories.keySet());
        List<@Nullable String> statuses = new ArrayList<>();
        List<@Nullable Instant> ats = new ArrayList<>();
        List<@Nullable Instant> delivered = new ArrayList<>();
        stories.values().forEach(story -> {
            ScanCode status = story.status();
            statuses.add(status == null ? null : status.name());
            ats.add(story.statusAt());
            delivered.add(story.deliveredAt());
        });
        jdbc.sql("""
                update tracked_number t
                set status = s.status, status_at = s.status_at, delivered_at = s.delivered_at
                from unnest(:ids::uuid[], :statuses::text[], :ats::timestamptz[], :delivered::timestamptz[])
                     as s (id, status, status_at, delivered_at)
                where t.merchant_id = :merchant and t.id = s.id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(rowIds))
                .param("statuses", SqlArrays.texts(statuses))
                .param("ats", SqlArrays.instants(ats))
                .param("delivered", SqlArrays.instants(delivered))
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        return new Row(
                row.getObject("id", UUID.class),
                new TrackingKey(row.getString("carrier_code"), row.getString("tracking_number")),
                row.getBoolean("carrier_sure"),
                status == null ? null : ScanCode.valueOf(status),
                maybe(row, "status_at"),
                maybe(row, "delivered_at"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
