package dev.baton.world.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Says when the next order is due to leave. Shared by all connections. */
sealed interface Pace {

    /** No order is due any more. */
    long OVER = Long.MIN_VALUE;

    /** Waits until an order is due and returns the time it was due at, or {@link #OVER}. */
    long awaitNext();

    /**
     * As soon as there is room on the road: the most that can be done.
     *
     * @param mostInFlight orders under way to their suppliers at most; keeps the store from flooding the road with
     *     what it only has to write down
     */
    record Closed(RoadLedger ledger, int mostInFlight, long endNanos) implements Pace {

        private static final long NAP_NANOS = 500_000;

        @Override
        public long awaitNext() {
            long now = System.nanoTime();
            while (now - endNanos < 0 && ledger.inFlight() >= mostInFlight) {
                LockSupport.parkNanos(NAP_NANOS);
                now = System.nanoTime();
            }
            return now - endNanos < 0 ? now : OVER;
        }
    }

    /**
     * At a fixed rate, whatever the answers take. A late order still counts from the time it was due: a server that
     * stalls cannot hide behind the requests it kept from being sent.
     */
    record Open(AtomicLong tickets, long startNanos, double intervalNanos, long endNanos) implements Pace {

        @Override
        public long awaitNext() {
            long due = startNanos + (long) (tickets.getAndIncrement() * intervalNanos);
            if (due - endNanos >= 0) {
                return OVER;
            }
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            return due;
        }
    }
}
