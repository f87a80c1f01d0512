package dev.baton.platform.work;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's own time, by which leases run on all nodes alike. It is read once in a while and carried on
 * by the monotonic clock in between. A node whose own clock is more than 30 s off claims nothing.
 */
@Component
class DatabaseClock {

    private static final Duration REREAD = Duration.ofSeconds(15);
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private volatile @Nullable Reading reading;

    DatabaseClock(@Qualifier("dispatcherJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Reading(Instant databaseTime, long nanos, Duration skew) {}

    /** Database time now, from the last reading. */
    Instant now() {
        Reading last = reading();
        return last.databaseTime().plusNanos(System.nanoTime() - last.nanos());
    }

    /** Reads the database's clock again when the last reading is old; called by the dispatcher's loop. */
    void refresh() {
        if (System.nanoTime() - reading().nanos() > REREAD.toNanos()) {
            reading = read();
        }
    }

    /** Whether this node's clock is close enough to the database's to take part. */
    boolean agrees() {
        return reading().skew().abs().compareTo(MOST_SKEW) <= 0;
    }

    Duration skew() {
        return reading().skew();
    }

    /** The last reading; the first question reads. */
    private Reading reading() {
        Reading last = reading;
        if (last == null) {
            last = read();
            reading = last;
        }
        return last;
    }

    private Reading read() {
        Instant databaseTime = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new Reading(
                databaseTime,
                System.nanoTime(),
                Duration.between(databaseTime, java.time.Clock.systemUTC().instant()));
    }
}
