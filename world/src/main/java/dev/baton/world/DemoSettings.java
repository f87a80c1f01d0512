package dev.baton.world;

import dev.baton.world.sabotage.Sabotage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the world is to be.
 *
 * @param baseUrl where Baton listens
 * @param adminKey a merchant key with every scope
 * @param orders orders of the playbook
 * @param seed fixes every script
 * @param untilTheEnd true: run to the end and judge; false: live on until stopped
 * @param timeRate business seconds per second; Baton's clock must run at the same rate
 * @param clockOrigin the instant at which business time and the wall showed the same; Baton's as well
 * @param sabotage what somebody in the middle does, null = nobody is there
 * @param placedWithin time on the wall over which the orders are placed
 * @param deadline time on the wall after which the run is judged as it stands
 * @param graceSeconds how long each order rests before it is sent, business seconds; changes before the send need it
 * @param outagePatience how long a call waits for Baton to come back, on the wall
 * @param pagePort port of the world's page, 0 = any free one
 */
public record DemoSettings(
        URI baseUrl,
        String adminKey,
        int orders,
        long seed,
        boolean untilTheEnd,
        double timeRate,
        Instant clockOrigin,
        @Nullable Sabotage sabotage,
        Duration placedWithin,
        Duration deadline,
        int graceSeconds,
        Duration outagePatience,
        int pagePort) {

    /** Orders placed in a second, so that a small machine is not measured by its queue. */
    private static final int ORDERS_A_SECOND = 13;

    /** Every order rests this long on the wall, and a minute of business time at least: time to change one's mind. */
    private static final int GRACE_ON_THE_WALL_SECONDS = 9;

    /** A run to the end with the usual pace; the rate and origin must be those Baton was started with. */
    public static DemoSettings of(
            URI baseUrl, String adminKey, int orders, long seed, double timeRate, Instant clockOrigin) {
        return new DemoSettings(
                baseUrl,
                adminKey,
                orders,
                seed,
                true,
                timeRate,
                clockOrigin,
                null,
                Duration.ofMillis(orders * 1000L / ORDERS_A_SECOND),
                Duration.ofMinutes(10),
                (int) Math.max(60, GRACE_ON_THE_WALL_SECONDS * timeRate),
                Duration.ofSeconds(20),
                0);
    }

    /** The same with somebody in the middle. */
    public DemoSettings withSabotage(@Nullable Sabotage other) {
        return new DemoSettings(
                baseUrl,
                adminKey,
                orders,
                seed,
                untilTheEnd,
                timeRate,
                clockOrigin,
                other,
                placedWithin,
                deadline,
                graceSeconds,
                outagePatience,
                pagePort);
    }

    /** The same within other times on the wall. */
    public DemoSettings within(Duration placing, Duration end) {
        return new DemoSettings(
                baseUrl,
                adminKey,
                orders,
                seed,
                untilTheEnd,
                timeRate,
                clockOrigin,
                sabotage,
                placing,
                end,
                graceSeconds,
                outagePatience,
                pagePort);
    }

    /** The same, but calls wait that long for a Baton that is down, as a crash test needs. */
    public DemoSettings toleratingOutages(Duration patience) {
        return new DemoSettings(
                baseUrl,
                adminKey,
                orders,
                seed,
                untilTheEnd,
                timeRate,
                clockOrigin,
                sabotage,
                placedWithin,
                deadline,
                graceSeconds,
                patience,
                pagePort);
    }

    /** The same, but living on: the page on that port and an order now and then. */
    public DemoSettings livingOn(int port, Duration placing) {
        return new DemoSettings(
                baseUrl,
                adminKey,
                orders,
                seed,
                false,
                timeRate,
                clockOrigin,
                sabotage,
                placing,
                deadline,
                graceSeconds,
                outagePatience,
                port);
    }
}
