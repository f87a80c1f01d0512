package dev.baton.channels;

import dev.baton.merchants.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a store is looked at as a whole. */
final class Nights {

    /** Local time of the store, when few people buy. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    /** Stores of one zone begin within this time, not all at once. */
    private static final int SPREAD_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private Nights() {}

    /** The next night of the store after the given time. */
    static Instant next(Store store, Instant after) {
        ZonedDateTime now = after.atZone(store.zone());
        ZonedDateTime night =
                now.with(NIGHT).plusSeconds(Math.floorMod(store.id().value().hashCode(), SPREAD_SECONDS));
        return (night.isAfter(now) ? night : night.plusDays(1)).toInstant();
    }
}
