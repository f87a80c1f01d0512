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
 * @param costs costs it names; empty = the purchase order's
 * @param currency what those are in, ISO 4217; null when none is named
 */
public record Acknowledgement(
        String reference,
        List<Statement> lines,
        List<NamedCost> costs,
        @Nullable String currency) {

    public Acknowledgement {
        lines = List.copyOf(lines);
        costs = costs.stream().distinct().toList();
    }

    /** One that names no cost. */
    public Acknowledgement(String reference, List<Statement> lines) {
        this(reference, lines, List.of(), null);
    }

    /** What a unit of a line is to cost, in 10⁻⁶ of the currency. */
    public record NamedCost(int line, long unitCostMicros) {}

    /** What tells a repeat from another answer; without costs as it was when none could be named. */
    byte[] hash() {
        return costs.isEmpty()
                ? ContentHash.of(lines)
                : ContentHash.of(List.of(lines, costs, String.valueOf(currency)));
    }

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
