package dev.baton.tracking;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.tracking.TrackedNumbers.Row;
import dev.baton.tracking.TrackedNumbers.StoredScan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Records what carriers say happened to parcels. Each scan is stored once; the shown status follows from all
 * scans of the number, whatever order they come in. Scans of numbers nobody has named yet are kept.
 */
@Component
public class RecordScans {

    private static final int MOST_SCANS = 1_000;
    private static final int LONGEST_TEXT = 500;

    private final Tenancy tenancy;
    private final TrackedNumbers numbers;
    private final TrackedPackages packages;
    private final Work work;
    private final Clock clock;

    RecordScans(Tenancy tenancy, TrackedNumbers numbers, TrackedPackages packages, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.numbers = numbers;
        this.packages = packages;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Records scans; opens a transaction. The units of a delivered parcel are counted right after commit.
     *
     * @throws Problem INVALID_FIELD when a scan cannot be read; nothing is recorded then
     */
    public ScanReceipt record(MerchantId merchant, List<NewScan> scans) {
        check(scans);
        if (scans.isEmpty()) {
            return new ScanReceipt(0, 0, 0);
        }
        ScanReceipt receipt = tenancy.inTransaction(merchant, () -> once(merchant, scans));
        Crash.at("tracking.kept");
        return receipt;
    }

    private ScanReceipt once(MerchantId merchant, List<NewScan> scans) {
        Instant now = clock.instant();
        List<TrackingKey> keys = scans.stream()
                .map(scan -> TrackingKey.of(scan.carrier(), scan.trackingNumber()))
                .toList();
        Map<TrackingKey, UUID> rows = rows(merchant, keys, now);
        Map<UUID, Row> before = numbers.lock(merchant, new HashSet<>(rows.values())).stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        int recorded = numbers.insertScans(merchant, stored(scans, keys, rows), now);
        Crash.at("tracking.scanned");
        Map<UUID, ScanStory> stories = new LinkedHashMap<>();
        numbers.scans(merchant, before.keySet()).forEach((id, all) -> stories.put(id, ScanStory.of(all)));
        numbers.write(merchant, stories);
        List<TrackedPackages.Row> parcels = packages.ofNumbers(merchant, before.keySet());
        work.add(
                merchant,
                parcels.stream()
                        .filter(parcel -> matters(parcel, before, stories))
                        .map(parcel -> SettleParcels.work(parcel.id(), now))
                        .toList());
        Crash.at("tracking.recorded");
        Set<UUID> known = parcels.stream().map(TrackedPackages.Row::number).collect(Collectors.toSet());
        int unknown = (int)
                keys.stream().filter(key -> !known.contains(rows.get(key))).count();
        return new ScanReceipt(recorded, scans.size() - recorded, unknown);
    }

    /** Finds or makes the row of each key; a number whose carrier was only guessed takes the carrier's own scans. */
    private Map<TrackingKey, UUID> rows(MerchantId merchant, List<TrackingKey> keys, Instant now) {
        Set<TrackingKey> wanted = new LinkedHashSet<>(keys);
        Set<String> plain = wanted.stream().map(TrackingKey::number).collect(Collectors.toSet());
        Map<TrackingKey, UUID> found = match(wanted, numbers.ofNumbers(merchant, plain));
        Map<TrackingKey, Boolean> missing = new HashMap<>();
        wanted.stream().filter(key -> !found.containsKey(key)).forEach(key -> missing.put(key, true));
        numbers.insertMissing(merchant, missing, now);
        return missing.isEmpty() ? found : match(wanted, numbers.ofNumbers(merchant, plain));
    }

    private static Map<TrackingKey, UUID> match(Set<TrackingKey> wanted, List<Row> rows) {
        Map<TrackingKey, UUID> found = new HashMap<>();
        for (TrackingKey key : wanted) {
            NumberMatch.forScan(key, rows).ifPresent(row -> found.put(key, row.id()));
        }
        return found;
    }

    private static List<StoredScan> stored(List<NewScan> scans, List<TrackingKey> keys, Map<TrackingKey, UUID> rows) {
        List<StoredScan> stored = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            NewScan scan = scans.get(i);
            stored.add(new StoredScan(
                    Objects.requireNonNull(rows.get(keys.get(i))),
                    scan.occurredAt(),
                    scan.code(),
                    scan.text(),
                    scan.place()));
        }
        return stored;
    }

    /** Whether somebody has to act on what the scans say about this parcel. */
    private static boolean matters(TrackedPackages.Row parcel, Map<UUID, Row> before, Map<UUID, ScanStory> stories) {
        ScanStory story = stories.get(parcel.number());
        Row row = before.get(parcel.number());
        if (story == null || row == null) {
            return false;
        }
        boolean arrived = story.deliveredAt() != null && parcel.deliveredAt() == null;
        boolean newStatus = story.status() != row.status();
        boolean trouble = story.status() != null && story.status().troubles();
        boolean wasTrouble = row.status() != null && row.status().troubles();
        // somebody may have taken it back since the carrier said so first
        boolean lostAnew = story.status() == ScanCode.LOST && !Objects.equals(story.statusAt(), row.statusAt());
        return arrived || story.movedAfterDelivery() || (newStatus && (trouble || wasTrouble)) || lostAnew;
    }

    private static void check(List<NewScan> scans) {
        require(scans.size() <= MOST_SCANS, "scans", "Send at most " + MOST_SCANS + " scans at a time.");
        for (int i = 0; i < scans.size(); i++) {
            NewScan scan = scans.get(i);
            String path = "scans[" + i + "].";
            require(fits(scan.carrier()), path + "carrier", "Name the carrier.");
            require(fits(scan.trackingNumber()), path + "trackingNumber", "Give the tracking number.");
            require(
                    !TrackingKey.of(scan.carrier(), scan.trackingNumber())
                            .number()
                            .isEmpty(),
                    path + "trackingNumber",
                    "Give the tracking number, with letters or digits.");
            String text = scan.text();
            String place = scan.place();
            require(text == null || text.length() <= LONGEST_TEXT, path + "text", "At most 500 characters.");
            require(place == null || place.length() <= LONGEST_TEXT, path + "place", "At most 500 characters.");
        }
    }

    private static boolean fits(String word) {
        return !word.isBlank() && word.length() <= LONGEST_TEXT;
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(CommonProblem.INVALID_FIELD, otherwise, field);
        }
    }
}
