package dev.baton.orders;

import dev.baton.platform.Ids;
import java.util.UUID;

/**
 * The store says of a line it had told of before that it needs shipping now, or that it needs none any more. Units
 * nobody has to ship are closed; units that somebody has to ship after all are open again.
 */
final class ShippingFlip {

    private ShippingFlip() {}

    static void apply(OrderState state, LineState line, StoreLine store, Cancelling cancelling, Ids ids) {
        if (line.requiresShipping == store.requiresShipping()) {
            return;
        }
        line.requiresShipping = store.requiresShipping();
        line.touched = true;
        if (line.requiresShipping) {
            open(state, line, store, ids);
        } else {
            close(state, line, cancelling, ids);
        }
    }

    /** What our suppliers delivered, and what somebody fulfilled by hand, stays closed. */
    private static void open(OrderState state, LineState line, StoreLine store, Ids ids) {
        int ours = state.allocationsOf(line).stream().mapToInt(a -> a.delivered).sum();
        int byHand = store.fulfilledElsewhere() * line.perUnit;
        int back = line.in(Bucket.DELIVERED) - ours - byHand;
        if (back > 0) {
            state.move(line, ids.next(), Bucket.DELIVERED, Bucket.OPEN, back);
        }
        // a supplier had agreed to leave them out because nobody was to ship them
        int leftOut = Math.min(line.askedByHand - byHand, line.in(Bucket.CANCELLED));
        if (leftOut > 0) {
            line.askedByHand -= leftOut;
            line.order(leftOut);
        }
    }

    private static void close(OrderState state, LineState line, Cancelling cancelling, Ids ids) {
        for (AllocationState allocation : state.allocationsOf(line)) {
            if (allocation.unsent()) {
                state.withdraw(allocation, ids.next(), StoreReason.NO_SHIPPING.words());
            }
        }
        UUID cause = ids.next();
        for (Bucket bucket : new Bucket[] {Bucket.OPEN, Bucket.WAITING}) {
            if (line.in(bucket) > 0) {
                state.move(line, cause, bucket, Bucket.DELIVERED, line.in(bucket));
            }
        }
        int sent = line.in(Bucket.SENT) + line.in(Bucket.ACCEPTED) - line.cancelRequested;
        if (sent > 0) {
            line.askedByHand += cancelling
                    .cancel(state, line, sent, cause, StoreReason.NO_SHIPPING.words())
                    .asked();
        }
    }
}
