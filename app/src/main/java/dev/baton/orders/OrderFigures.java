package dev.baton.orders;

import java.util.Map;

/**
 * Counts over all orders of a merchant.
 *
 * @param orders sales orders
 * @param accepted orders that hold nothing up: no hold was ever opened on them
 * @param held orders with a hold of the kind, open or released
 * @param reroutes lines' units a supplier refused that looked for another
 * @param cancelledUnsent units cancelled that no supplier ever knew of
 * @param cancelledSent units cancelled after the supplier agreed
 * @param units units per bucket
 */
public record OrderFigures(
        long orders,
        long accepted,
        Map<HoldKind, Long> held,
        long reroutes,
        long cancelledUnsent,
        long cancelledSent,
        Map<Bucket, Long> units) {}
