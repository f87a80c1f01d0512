package dev.baton.world.supplier;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One supplier's shelves: what lies there, what is promised, and which figure it tells. Safe to use from many threads.
 */
final class Warehouse {

    private static final class Shelf {
        int onHand;
        int promised;
        int booked;
    }

    /** What the supplier would tell of its stock at one moment. */
    record Count(Instant observedAt, Map<String, Integer> figures) {}

    private final boolean net;
    private final Clock clock;
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();

    /** A net supplier's figure leaves out what it has booked; a gross one's falls only when goods leave. */
    Warehouse(boolean net, Clock clock) {
        this.net = net;
        this.clock = clock;
    }

    synchronized void put(String sku, int units) {
        shelf(sku).onHand += units;
    }

    /** Promises units to an order when there are enough; answers how many there were. */
    synchronized int promise(String sku, int units) {
        Shelf shelf = shelf(sku);
        int free = shelf.onHand - shelf.promised;
        if (free >= units) {
            shelf.promised += units;
        }
        return free;
    }

    /** The booking has reached the supplier's own system: a net figure falls. */
    synchronized void book(String sku, int units) {
        shelf(sku).booked += units;
    }

    /** The units are not needed after all. */
    synchronized void release(String sku, int units, boolean wasBooked) {
        Shelf shelf = shelf(sku);
        shelf.promised -= units;
        if (wasBooked) {
            shelf.booked -= units;
        }
    }

    /** The units leave the building; answers when, by the supplier's clock. */
    synchronized Instant ship(String sku, int units, boolean wasBooked) {
        release(sku, units, wasBooked);
        shelf(sku).onHand -= units;
        return clock.instant();
    }

    synchronized Count count() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        shelves.forEach(
                (sku, shelf) -> figures.put(sku, Math.max(0, net ? shelf.onHand - shelf.booked : shelf.onHand)));
        return new Count(clock.instant(), figures);
    }

    /** Tells of each SKU how many lie there and how many are promised. */
    synchronized void look(BiConsumer<String, int[]> reader) {
        shelves.forEach((sku, shelf) -> reader.accept(sku, new int[] {shelf.onHand, shelf.promised}));
    }

    private Shelf shelf(String sku) {
        return shelves.computeIfAbsent(sku, _ -> new Shelf());
    }
}
