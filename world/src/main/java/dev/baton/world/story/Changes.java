package dev.baton.world.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are played at which stage, and what is on an order they happen to. What a plot of its own plays
 * (cancelled, moved, a line removed or all refunded before the send) is left out here, and so is what no store does: it
 * takes nothing off that it has fulfilled, and nothing comes back that was not shipped.
 */
final class Changes {

    static final List<StoreChange> BEFORE_SEND = List.of(
            StoreChange.UNIT_REMOVED,
            StoreChange.UNIT_ADDED,
            StoreChange.LINE_ADDED,
            StoreChange.NOTED,
            StoreChange.UNIT_CANCELLED);
    static final List<StoreChange> AFTER_SEND = List.of(
            StoreChange.LINE_REMOVED,
            StoreChange.UNIT_REMOVED,
            StoreChange.UNIT_ADDED,
            StoreChange.LINE_ADDED,
            StoreChange.NOTED,
            StoreChange.UNIT_KEPT,
            StoreChange.MONEY_BACK);
    static final List<StoreChange> AFTER_SHIP = List.of(
            StoreChange.UNIT_ADDED,
            StoreChange.LINE_ADDED,
            StoreChange.MOVED,
            StoreChange.NOTED,
            StoreChange.CANCELLED,
            StoreChange.UNIT_KEPT,
            StoreChange.MONEY_BACK);

    private Changes() {}

    /** What happens to the order of a plot the {@code turn}-th time, from 1; null = nothing of this kind. */
    static @Nullable StoreChange of(Plot plot, int turn) {
        return switch (plot) {
            case CHANGED_BEFORE_SEND -> BEFORE_SEND.get((turn - 1) % BEFORE_SEND.size());
            case CHANGED_AFTER_SEND -> AFTER_SEND.get((turn - 1) % AFTER_SEND.size());
            case CHANGED_AFTER_SHIP -> AFTER_SHIP.get((turn - 1) % AFTER_SHIP.size());
            case HELD_REFUNDED -> turn % 2 == 1 ? StoreChange.MONEY_BACK : StoreChange.UNIT_KEPT;
            case REFUNDED_THEN_RELEASED -> turn % 2 == 1 ? StoreChange.UNIT_KEPT : StoreChange.MONEY_BACK;
            default -> null;
        };
    }

    /** The family that is ordered: of a supplier that ships everywhere, once with a system, once by mail. */
    static char family(Plot plot, int turn) {
        return plot == Plot.CHANGED_BEFORE_SEND ? 'G' : turn % 2 == 1 ? 'J' : 'E';
    }

    /** What such an order has in the end; {@code sku} is of one supplier, {@code more} another of the same. */
    static List<Wish> wishes(StoreChange change, String sku, String more) {
        return switch (change) {
            case LINE_REMOVED -> List.of(new Wish(sku, 1, LineEnd.DELIVERED), new Wish(more, 2, LineEnd.CANCELLED));
            case LINE_ADDED -> List.of(new Wish(sku, 1, LineEnd.DELIVERED), new Wish(more, 1, LineEnd.DELIVERED));
            case UNIT_REMOVED -> List.of(new Wish(sku, 3, LineEnd.PART_CANCELLED));
            case UNIT_CANCELLED -> List.of(new Wish(sku, 2, LineEnd.PART_CANCELLED));
            case UNIT_ADDED -> List.of(new Wish(sku, 3, LineEnd.DELIVERED));
            case MOVED, NOTED, CANCELLED, UNIT_KEPT, MONEY_BACK -> List.of(new Wish(sku, 2, LineEnd.DELIVERED));
        };
    }
}
