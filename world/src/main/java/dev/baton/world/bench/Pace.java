package dev.baton.world.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Says when the next order is due to leave. Shared by all connections. */
sealed interface Pace {

    /** No order is due any more. */
    long OVER = Long.MIN_VALUE;

    /** Waits until an order is due and returns the time it was due at, or {@link #OVER}. */
    long awaitNext();

    /** As soon as there is room on the road: the most that can be done. */
    final class Closed implements Pace {

        private static final long NAP_NANOS = 1_000_000;

        private final RoadLedger ledger;
        private final int mostInFlight;
        private final long endNanos;

        /** One connection naps for room, the others queue behind it: sixteen nappers would cost what they wait for. */
        private final Lock queue = new ReentrantLock();

        /**
         * As soon as fewer than so many orders are under way to their suppliers.
         *
         * @param mostInFlight keeps the store from flooding the road with what it only has to write down
         */
        Closed(RoadLedger ledger, int mostInFlight, long endNanos) {
            this.ledger = ledger;
            this.mostInFlight = mostInFlight;
            this.endNanos = endNanos;
        }

        @Override
        public long awaitNext() {
            queue.lock();
            try {
                long now = System.nanoTime();
                while (now - endNanos < 0 && ledger.inFlight() >= mostInFlight) {
                    LockSupport.parkNanos(NAP_NANOS);
                    now = System.nanoTime();
                }
                return now - endNanos < 0 ? now : OVER;
            } finally {
                queue.unlock();
            }
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
