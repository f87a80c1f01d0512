package dev.baton.orders;

import java.util.List;

/** What became of a store's order that was handed in. */
public sealed interface Placement {

    /** The sales order it belongs to. */
    SalesOrderId order();

    /**
     * A new sales order stands.
     *
     * @param number Baton's own number
     * @param holds the kinds of holds that stop it or a line of it; empty when all of it is on its way
     */
    record Placed(SalesOrderId order, String number, List<HoldKind> holds) implements Placement {}

    /** The order was brought to the newer version. */
    record Changed(SalesOrderId order, List<HoldKind> holds) implements Placement {}

    /** The very version that stands already. */
    record Unchanged(SalesOrderId order) implements Placement {}

    /** Older than what stands; nothing was done. */
    record Stale(SalesOrderId order) implements Placement {}

    /**
     * Another content under the times of the version that stands: they do not tell which is newer. Nothing was
     * done; the caller reads the order from the store again.
     */
    record Tie(SalesOrderId order) implements Placement {}
}
