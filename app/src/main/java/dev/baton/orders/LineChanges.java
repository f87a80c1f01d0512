package dev.baton.orders;

import dev.baton.platform.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings the lines of an order to what a newer version of the store wants. Each line is compared with what the
 * store knew before, not with what stands: what was cancelled here stays cancelled, and what a supplier refused to
 * cancel is not asked again.
 */
@Component
class LineChanges {

    private final Cancelling cancelling;
    private final Intake intake;
    private final Ids ids;

    LineChanges(Cancelling cancelling, Intake intake, Ids ids) {
        this.cancelling = cancelling;
        this.intake = intake;
        this.ids = ids;
    }

    void apply(OrderState state, Map<String, StoreLine> wanted) {
        UUID cause = ids.next();
        Map<String, List<LineState>> standing =
                state.lines.stream().collect(Collectors.groupingBy(line -> line.storeLineId));
        Set<String> gone =
                standing.keySet().stream().filter(id -> !wanted.containsKey(id)).collect(Collectors.toSet());
        for (LineState line : List.copyOf(state.lines)) {
            if (gone.contains(line.storeLineId)) {
                bring(state, line, 0, cause, StoreReason.REMOVED.words());
            }
        }
        wanted.forEach((id, store) -> compare(state, standing.getOrDefault(id, List.of()), store, cause));
    }

    /** Lines that stand for one line of the store: the parts of a bundle, or goods that were swapped for others. */
    private void compare(OrderState state, List<LineState> standing, StoreLine store, UUID cause) {
        int left = 0;
        boolean known = false;
        for (LineState line : standing) {
            if (isSameGoods(line, store)) {
                known = true;
                follow(state, line, store, cause);
            } else {
                int late = bring(state, line, 0, cause, "another product on the line in the store");
                left = Math.max(left, (late + line.perUnit - 1) / line.perUnit);
            }
        }
        if (!known) {
            add(state, store, left, cause);
        }
    }

    /** A new line; units of the product it replaces that had left are not shipped a second time. */
    private void add(OrderState state, StoreLine store, int left, UUID cause) {
        LineState added = intake.add(state, store, cause);
        int surplus = Math.min(left - added.in(Bucket.DELIVERED), added.in(Bucket.OPEN));
        if (surplus > 0) {
            state.move(added, cause, Bucket.OPEN, Bucket.CANCELLED, surplus);
            added.cancelledHere += surplus;
        }
    }

    private void follow(OrderState state, LineState line, StoreLine store, UUID cause) {
        learnSku(state, line, store);
        ShippingFlip.apply(state, line, store, cancelling, ids);
        bring(state, line, store.remaining() * line.perUnit, cause, StoreReason.REMOVED.words());
        line.storeQuantity = store.quantity();
        line.unitPriceMinor = store.unitPriceMinor();
        line.discountMinor = store.discountMinor();
        line.taxMinor = store.taxMinor();
        line.touched = true;
        closeByHand(state, line, store);
    }

    /** No SKU in a version is no word about the goods; a line not found in the catalogue yet takes any. */
    private static boolean isSameGoods(LineState line, StoreLine store) {
        String now = Intake.sku(store);
        return now == null || line.skuId == null || line.storeSku == null || line.storeSku.equals(now);
    }

    /** The store corrected the SKU of a line the catalogue did not know: it is looked for again. */
    private static void learnSku(OrderState state, LineState line, StoreLine store) {
        String now = Intake.sku(store);
        if (now == null || line.skuId != null || now.equals(line.sku)) {
            return;
        }
        line.sku = now;
        line.storeSku = now;
        line.title = store.title();
        state.holds.stream()
                .filter(hold -> hold.open() && hold.kind == HoldKind.UNKNOWN_SKU && line.id.equals(hold.line))
                .forEach(hold -> hold.release("the store gave another SKU", false));
    }

    /**
     * Cancels or adds what the store wants less or more than it did; answers the units that had left already. The
     * store following a cancellation made here cancels nothing more; wanting back what could not be cancelled adds
     * nothing.
     */
    private int bring(OrderState state, LineState line, int target, UUID cause, String reason) {
        int more = target - line.wantedByStore();
        if (more > 0) {
            int coming = Math.min(more, line.cancelRefused);
            line.cancelRefused -= coming;
            line.touched |= coming > 0;
            if (more > coming) {
                orderMore(state, line, more - coming, cause);
            }
            return 0;
        }
        int known = Math.min(-more, line.cancelledHere);
        line.cancelledHere -= known;
        line.touched |= known > 0;
        if (-more == known) {
            return 0;
        }
        int late = cancelling.cancel(state, line, -more - known, cause, reason).tooLate();
        line.cancelRefused += late;
        if (late > 0) {
            state.tooLate.merge(line, late, Integer::sum);
        }
        return late;
    }

    private static void orderMore(OrderState state, LineState line, int units, UUID cause) {
        line.order(units);
        if (!line.requiresShipping) {
            state.move(line, cause, Bucket.OPEN, Bucket.DELIVERED, units);
        }
    }

    /**
     * Units somebody fulfilled in the store by hand are closed; unsent purchase orders for them are withdrawn, and
     * suppliers that have theirs are asked to leave the units out.
     */
    private void closeByHand(OrderState state, LineState line, StoreLine store) {
        int ours = state.allocationsOf(line).stream().mapToInt(a -> a.shipped).sum();
        int closed = line.in(Bucket.DELIVERED)
                + line.in(Bucket.LOST)
                + line.in(Bucket.RETURNING)
                + line.in(Bucket.RETURNED)
                + line.in(Bucket.SHIPPED);
        int spare = Math.max(0, line.cancelledHere - line.cancelRefused);
        int left = store.fulfilledElsewhere() * line.perUnit - (closed - ours) - line.askedByHand - spare;
        if (left <= 0 || !line.requiresShipping) {
            return;
        }
        for (AllocationState allocation : state.allocationsOf(line)) {
            if (allocation.unsent() && line.toPlan() < left) {
                state.withdraw(allocation, ids.next(), StoreReason.BY_HAND.words());
            }
        }
        UUID cause = ids.next();
        left -= close(state, line, Bucket.OPEN, left, cause);
        left -= close(state, line, Bucket.WAITING, left, cause);
        if (left > 0) {
            CancelOutcome outcome = cancelling.cancel(state, line, left, cause, StoreReason.BY_HAND.words());
            line.askedByHand += outcome.asked() + outcome.tooLate();
            line.cancelRefused += outcome.tooLate();
            if (outcome.tooLate() > 0) {
                state.shippedTwice.merge(line, outcome.tooLate(), Integer::sum);
            }
        }
    }

    private static int close(OrderState state, LineState line, Bucket from, int most, UUID cause) {
        int units = Math.min(most, line.in(from));
        if (units > 0) {
            state.move(line, cause, from, Bucket.DELIVERED, units);
        }
        return units;
    }
}
