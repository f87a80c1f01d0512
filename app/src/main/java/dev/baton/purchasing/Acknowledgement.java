package dev.baton.purchasing;

import dev.baton.orders.RejectReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's answer to a purchase order, line by line (855).
 *
 * @param reference the supplier's own, unique per purchase order: a repeat under it is answered alike
 * @param lines at least one; several may speak of the same line
 */
public record Acknowledgement(String reference, List<Statement> lines) {

    /** What the supplier says about some units. */
    public enum Action {
        /** It ships them. */
        ACCEPT,
        /** It does not ship them. */
        REJECT,
        /** It ships them later. */
        BACKORDER
    }

    /**
     * What is said about some units of one line.
     *
     * @param line the purchase order's line number
     * @param quantity units, at least 1; more than are open is applied as far as it goes and remarked
     * @param reason why they are rejected; null unless rejected
     * @param text the supplier's own words; null = none
     * @param until when backordered units are expected; null unless backordered
     */
    public record Statement(
            int line,
            Action action,
            int quantity,
            @Nullable RejectReason reason,
            @Nullable String text,
            @Nullable LocalDate until) {}
}
