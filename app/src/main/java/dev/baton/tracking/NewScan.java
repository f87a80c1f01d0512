package dev.baton.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event a carrier reports.
 *
 * @param carrier a code or name of the carrier
 * @param trackingNumber as the carrier writes it
 * @param occurredAt when it happened, not when it was told
 * @param text the carrier's own words; null = none
 * @param place where; null = not said
 */
public record NewScan(
        String carrier,
        String trackingNumber,
        ScanCode code,
        Instant occurredAt,
        @Nullable String text,
        @Nullable String place) {}
