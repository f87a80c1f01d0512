package dev.baton.world.demo;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.time.WorldClock;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Knows when a run is over: nothing planned, nothing left to do at Baton, nothing new in the ledger; or no use waiting. */
final class Ending {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Looks in a row that must find everything quiet. */
    private static final int QUIET_LOOKS = 4;

    /** Business time without anything new after which nothing more is expected: reminders come within four hours. */
    private static final Duration STALLED = Duration.ofHours(5);

    private final WorldClock clock;
    private final Duration deadline;
    private final IntSupplier planned;
    private final Ledger ledger;
    private final BatonReader reader;

    Ending(WorldClock clock, Duration deadline, IntSupplier planned, Ledger ledger, BatonReader reader) {
        this.clock = clock;
        this.deadline = deadline;
        this.planned = planned;
        this.ledger = ledger;
        this.reader = reader;
    }

    /** Returns when the run is over; never later than the deadline. */
    void await() {
        long start = System.nanoTime();
        long newsAt = start;
        int known = -1;
        int quiet = 0;
        boolean saysWhatIsLeft = false;
        long stalled = clock.onTheWall(STALLED).plusSeconds(8).toNanos();
        while (System.nanoTime() - start < deadline.toNanos() && quiet < QUIET_LOOKS && rest()) {
            int facts = news();
            boolean changed = facts != known;
            if (changed) {
                known = facts;
                newsAt = System.nanoTime();
            }
            int open = reader.openWork();
            // silence says that nothing is left only where it is the only answer there ever was
            saysWhatIsLeft |= open >= 0;
            boolean calm = !changed && planned.getAsInt() == 0 && (open == 0 || !saysWhatIsLeft);
            quiet = calm ? quiet + 1 : 0;
            if (planned.getAsInt() == 0 && System.nanoTime() - newsAt > stalled) {
                return;
            }
        }
    }

    /** Facts that say something happened; suppliers tell their stock, and stores are polled, whatever happens. */
    private int news() {
        return ledger.size()
                - ledger.facts(Fact.StockTold.class).size()
                - ledger.facts(Fact.StockFileLaid.class).size()
                - ledger.facts(Fact.StockFileUnchanged.class).size()
                - ledger.facts(Fact.StoreTroubled.class).size();
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
