package dev.baton.purchasing;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which purchase orders a person looks at; a null field does not restrict.
 *
 * @param statuses only these; empty = all
 * @param answer how the supplier keeps the time agreed for its answer
 * @param late only those past their send-by time
 * @param latest only that many, the newest the supplier had; needs a supplier
 * @param goods what became of the goods
 * @param now the moment against which an answer is overdue and a sending late
 * @param sentFrom only those the supplier had at that moment or later
 * @param sentBefore only those it had before that moment
 * @param order which comes first
 * @param below the last one of the page before
 */
public record PurchaseOrderQuery(
        @Nullable SupplierId supplier,
        Set<PurchaseOrderStatus> statuses,
        @Nullable Answer answer,
        boolean late,
        @Nullable Integer latest,
        @Nullable Goods goods,
        Instant now,
        @Nullable Instant sentFrom,
        @Nullable Instant sentBefore,
        Order order,
        @Nullable PurchaseOrderId below) {

    public PurchaseOrderQuery {
        statuses = Set.copyOf(statuses);
    }

    /** The same from the first page on. */
    public PurchaseOrderQuery fromTheTop() {
        return new PurchaseOrderQuery(
                supplier, statuses, answer, late, latest, goods, now, sentFrom, sentBefore, order, null);
    }

    /** Which purchase orders come first. */
    public enum Order {
        /** The newest. */
        NEWEST,
        /** Those that were or are to be with their suppliers soonest. */
        SEND_BY,
        /** Those that were or are to be with their suppliers last. */
        SEND_BY_LATEST
    }

    /** What became of the goods. */
    public enum Goods {
        /** The supplier refused some of them. */
        REFUSED,
        /** Some of them have left. */
        LEFT,
        /** Some of them left although the supplier had agreed to cancel them. */
        AFTER_CANCELLING
    }

    /** How the time agreed for an answer is kept. */
    public enum Answer {
        /** The supplier has it, the time agreed first has passed, and it owes an answer. */
        OVERDUE,
        /** The whole answer came before the supplier had to be reminded. */
        IN_TIME,
        /** The time agreed first passed without the whole answer. */
        LATE
    }
}
