package dev.baton.channels.shopify;

import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The clock of all tests may stand at any hour; stores are looked at as a whole between three and four at night. */
final class Daytime {

    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private Daytime() {}

    /** The same, a few hours later where the night of a European store is near. */
    static TestBaton of(TestBaton baton) {
        ZonedDateTime now = baton.clock().instant().atZone(ZoneOffset.UTC);
        LocalTime time = now.toLocalTime();
        if (time.isBefore(MORNING) || time.isAfter(EVENING)) {
            ZonedDateTime morning = now.with(MORNING);
            baton.clock().advance(Duration.between(now, time.isBefore(MORNING) ? morning : morning.plusDays(1)));
        }
        return baton;
    }
}
