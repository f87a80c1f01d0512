package dev.baton.orders;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A supplier's answer on units of one allocation.
 *
 * @param cause the acknowledgement's id; the same cause posts once
 */
public record AllocationAnswer(AllocationId allocation, UUID cause, Answer answer) {

    /** The answer. */
    public sealed interface Answer {

        /** Units it speaks of, at least 1. */
        int quantity();
    }

    /** Will ship. */
    public record Accepted(int quantity) implements Answer {}

    /** Will not ship; the units look for another supplier. */
    public record Rejected(int quantity, RejectReason reason, String text) implements Answer {}

    /** It never got the purchase order, and a person gives the units to others; they never go to it again. */
    public record NeverReceived(int quantity) implements Answer {}

    /** Will ship later; counts as accepted with the date. */
    public record Backordered(int quantity, LocalDate until) implements Answer {}
}
