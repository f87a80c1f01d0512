package dev.baton.world.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * When each order was posted by the store and when its last unit had reached a supplier. Written by the load and by the
 * suppliers at the same time; a few array cells per order, so that keeping it costs next to nothing.
 *
 * <p>Times are readings of {@link System#nanoTime()}.
 */
public final class RoadLedger {

    private static final long NOT_YET = 0;
    private static final long WRITTEN_OFF = -1;

    /** So many units that no arrival ever brings them down to zero. */
    private static final int NOT_AWAITED = 1 << 30;

    private final long firstOrderId;
    private final long origin = System.nanoTime() - 1;
    private final AtomicLongArray postedAt;
    private final AtomicLongArray doneAt;
    private final AtomicIntegerArray missingUnits;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder excessUnits = new LongAdder();
    private final LongAdder unknownOrders = new LongAdder();
    private int writtenOffBelow;

    /**
     * An empty ledger.
     *
     * @param firstOrderId the store's id of the first order; the following count up from it
     * @param capacity the most orders that can be posted
     */
    public RoadLedger(long firstOrderId, int capacity) {
        this.firstOrderId = firstOrderId;
        this.postedAt = new AtomicLongArray(capacity);
        this.doneAt = new AtomicLongArray(capacity);
        this.missingUnits = new AtomicIntegerArray(capacity);
    }

    /** The number of the next order from 0, or -1 when the ledger is full. */
    int nextOrder() {
        int order = next.getAndIncrement();
        return order < postedAt.length() ? order : -1;
    }

    long orderId(int order) {
        return firstOrderId + order;
    }

    /**
     * Has to be called before the order leaves.
     *
     * @param atNanos when it was due to leave, not when the load got round to it
     * @param units what has to arrive at suppliers; 0 for an order nobody waits for
     */
    void posted(int order, long atNanos, int units) {
        missingUnits.set(order, units > 0 ? units : NOT_AWAITED);
        if (units > 0) {
            inFlight.incrementAndGet();
        } else {
            doneAt.set(order, WRITTEN_OFF);
        }
        postedAt.set(order, atNanos - origin);
    }

    /** Nobody waits any longer for this order. */
    void writeOff(int order) {
        if (doneAt.compareAndSet(order, NOT_YET, WRITTEN_OFF)) {
            inFlight.decrementAndGet();
        }
    }

    /** Writes off what was posted before this time and never arrived, so that it does not fill the road up for ever. */
    synchronized void writeOffPostedBefore(long atNanos) {
        int posted = Math.min(next.get(), postedAt.length());
        while (writtenOffBelow < posted && isPostedBefore(writtenOffBelow, atNanos - origin)) {
            writeOff(writtenOffBelow);
            writtenOffBelow++;
        }
    }

    private boolean isPostedBefore(int order, long time) {
        long posted = postedAt.get(order);
        return posted != NOT_YET && posted < time;
    }

    /** A supplier has got a valid purchase order with so many units of this order. */
    void arrived(long orderId, int units, long atNanos) {
        long order = orderId - firstOrderId;
        if (order < 0 || order >= Math.min(next.get(), postedAt.length())) {
            unknownOrders.increment();
            return;
        }
        int missing = missingUnits.addAndGet((int) order, -units);
        if (missing == 0) {
            if (doneAt.getAndSet((int) order, atNanos - origin) == NOT_YET) {
                inFlight.decrementAndGet();
            }
        } else if (missing < 0) {
            excessUnits.add(Math.min(units, -missing));
        }
    }

    /** Orders posted, waited for and not yet wholly at their suppliers. */
    public int inFlight() {
        return inFlight.get();
    }

    /** What the ledger knows of a stretch of time. Reads everything: not for the time of the measurement itself. */
    public RoadMeasure measure(long fromNanos, long toNanos) {
        var orderToSupplier = new LatencyHistogram();
        int arrived = 0;
        int missing = 0;
        for (int order = 0; order < Math.min(next.get(), postedAt.length()); order++) {
            long posted = postedAt.get(order);
            long done = doneAt.get(order);
            if (done > 0 && isWithin(done, fromNanos, toNanos)) {
                arrived++;
            }
            if (posted > 0 && isWithin(posted, fromNanos, toNanos)) {
                if (done > 0) {
                    orderToSupplier.record(done - posted);
                } else if (missingUnits.get(order) < NOT_AWAITED / 2) {
                    missing++;
                }
            }
        }
        return new RoadMeasure(arrived, missing, orderToSupplier, excessUnits.sum(), unknownOrders.sum());
    }

    private boolean isWithin(long time, long fromNanos, long toNanos) {
        return time >= fromNanos - origin && time < toNanos - origin;
    }

    /**
     * A stretch of time on the road.
     *
     * @param arrived orders whose last unit reached a supplier within it
     * @param missing orders posted within it and waited for of which a unit never reached a supplier
     * @param orderToSupplier from the time an order was due to be posted until its last unit had arrived, for the
     *     orders posted within the stretch
     * @param excessUnits units beyond what was ordered, since the ledger began: each one a fault
     * @param unknownOrders purchase orders for an order that was never posted: each one a fault
     */
    public record RoadMeasure(
            int arrived, int missing, LatencyHistogram orderToSupplier, long excessUnits, long unknownOrders) {}
}
