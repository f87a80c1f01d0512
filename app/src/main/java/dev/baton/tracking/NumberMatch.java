package dev.baton.tracking;

import dev.baton.tracking.TrackedNumbers.Row;
import java.util.List;
import java.util.Optional;

/**
 * Which tracked number a scan or a parcel belongs to. Carrier and number decide; where the carrier was only
 * guessed, the number alone, as long as it is not ambiguous.
 */
final class NumberMatch {

    private NumberMatch() {}

    static Optional<Row> forScan(TrackingKey key, List<Row> rows) {
        return exact(key, rows)
                .or(() -> only(rows.stream()
                        .filter(row -> row.key().number().equals(key.number()) && !row.carrierSure())
                        .toList()));
    }

    static Optional<Row> forParcel(TrackingKey key, boolean carrierSure, List<Row> rows) {
        return exact(key, rows)
                .or(() -> carrierSure
                        ? Optional.empty()
                        : only(rows.stream()
                                .filter(row -> row.key().number().equals(key.number()))
                                .toList()));
    }

    private static Optional<Row> exact(TrackingKey key, List<Row> rows) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    private static Optional<Row> only(List<Row> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
}
