package dev.baton.tracking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scans of one number add up to. A pure function of their set: the order and number of times they were
 * told have no influence.
 *
 * @param status the latest scan by event time, ties by rank; null = no scan
 * @param statusAt when that scan happened; null = no scan
 * @param deliveredAt the earliest scan that says delivered; null = none
 * @param movedAfterDelivery whether a scan that happened after delivery says anything else
 */
record ScanStory(
        @Nullable ScanCode status,
        @Nullable Instant statusAt,
        @Nullable Instant deliveredAt,
        boolean movedAfterDelivery) {

    /** One stored scan. */
    record Scan(Instant occurredAt, ScanCode code) {}

    static ScanStory of(Collection<Scan> scans) {
        Optional<Scan> latest =
                scans.stream().max(Comparator.comparing(Scan::occurredAt).thenComparing(Scan::code));
        Instant delivered = scans.stream()
                .filter(scan -> scan.code() == ScanCode.DELIVERED)
                .map(Scan::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean moved = delivered != null
                && scans.stream()
                        .anyMatch(scan -> scan.code() != ScanCode.DELIVERED
                                && scan.occurredAt().isAfter(delivered));
        return new ScanStory(
                latest.map(Scan::code).orElse(null),
                latest.map(Scan::occurredAt).orElse(null),
                delivered,
                moved);
    }
}
