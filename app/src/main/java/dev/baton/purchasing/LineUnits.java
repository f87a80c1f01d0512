package dev.baton.purchasing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of one purchase order line are. Each is unanswered, accepted, rejected, backordered or
 * cancelled; shipped ones are accepted ones. Pure: every step answers a new value and how much it moved.
 *
 * @param quantity units asked for
 * @param accepted units the supplier said it will ship, shipped ones included
 * @param backorderedUntil when the supplier expects the backordered units; null when none are backordered
 * @param cancelled units the supplier agreed not to ship
 * @param excess units reported as shipped beyond what was owed
 */
public record LineUnits(
        int quantity,
        int accepted,
        int rejected,
        int backordered,
        @Nullable LocalDate backorderedUntil,
        int cancelled,
        int shipped,
        int excess) {

    /**
     * A step and what it moved.
     *
     * @param fromUnanswered moved units nothing had been said about
     * @param fromBackordered moved units that had been backordered
     * @param fromAccepted moved units that had been accepted and not shipped
     */
    record Step(LineUnits after, int fromUnanswered, int fromBackordered, int fromAccepted) {

        int moved() {
            return fromUnanswered + fromBackordered + fromAccepted;
        }
    }

    static LineUnits asked(int quantity) {
        return new LineUnits(quantity, 0, 0, 0, null, 0, 0, 0);
    }

    /** Units the supplier has said nothing about. */
    public int unanswered() {
        return quantity - accepted - rejected - backordered - cancelled;
    }

    /** Units still to come: neither shipped nor rejected nor cancelled. */
    public int owed() {
        return quantity - rejected - cancelled - shipped;
    }

    /** The supplier will ship: first of what is unanswered, then of what it had put off. */
    Step accept(int units) {
        Step taken = take(units, 0);
        return step(taken, taken.moved(), 0, 0, backorderedUntil);
    }

    /** The supplier will not ship; it may take back an earlier yes as long as the goods have not left. */
    Step reject(int units) {
        Step taken = take(units, accepted - shipped);
        return step(taken, 0, taken.moved(), 0, backorderedUntil);
    }

    /** The supplier ships later; said again of the same units it moves the date. */
    Step backorder(int units, LocalDate until) {
        Step taken = take(units, accepted - shipped);
        return step(taken, 0, 0, taken.moved(), until);
    }

    /** The supplier agreed not to ship. */
    Step cancel(int units) {
        Step taken = take(units, accepted - shipped);
        LineUnits after = taken.after;
        return new Step(
                new LineUnits(
                        quantity,
                        after.accepted,
                        rejected,
                        after.backordered,
                        untilOf(after.backordered, backorderedUntil),
                        cancelled + taken.moved(),
                        shipped,
                        excess),
                taken.fromUnanswered,
                taken.fromBackordered,
                taken.fromAccepted);
    }

    /** The supplier takes its yes back, at once or for later: those units are unanswered again. */
    LineUnits unanswer() {
        return new LineUnits(quantity, shipped, rejected, 0, null, cancelled, shipped, excess);
    }

    /** Goods left: accepted units first, then others, which shipping accepts; what was not owed is excess. */
    Step ship(int units) {
        int ready = Math.min(units, accepted - shipped);
        Step taken = take(units - ready, 0);
        LineUnits after = taken.after;
        return new Step(
                new LineUnits(
                        quantity,
                        after.accepted + taken.moved(),
                        rejected,
                        after.backordered,
                        untilOf(after.backordered, backorderedUntil),
                        cancelled,
                        shipped + ready + taken.moved(),
                        excess + units - ready - taken.moved()),
                taken.fromUnanswered,
                taken.fromBackordered,
                ready);
    }

    /** Takes units out of where they are, at most {@code ofAccepted} of the accepted ones, without putting them anywhere. */
    private Step take(int units, int ofAccepted) {
        int ofUnanswered = Math.min(units, unanswered());
        int ofBackordered = Math.min(units - ofUnanswered, backordered);
        int ofReady = Math.min(units - ofUnanswered - ofBackordered, ofAccepted);
        return new Step(
                new LineUnits(
                        quantity,
                        accepted - ofReady,
                        rejected,
                        backordered - ofBackordered,
                        backorderedUntil,
                        cancelled,
                        shipped,
                        excess),
                ofUnanswered,
                ofBackordered,
                ofReady);
    }

    private Step step(Step taken, int toAccepted, int toRejected, int toBackordered, @Nullable LocalDate until) {
        LineUnits left = taken.after;
        int nowBackordered = left.backordered + toBackordered;
        return new Step(
                new LineUnits(
                        quantity,
                        left.accepted + toAccepted,
                        rejected + toRejected,
                        nowBackordered,
                        untilOf(nowBackordered, until),
                        cancelled,
                        shipped,
                        excess),
                taken.fromUnanswered,
                taken.fromBackordered,
                taken.fromAccepted);
    }

    private static @Nullable LocalDate untilOf(int backordered, @Nullable LocalDate until) {
        return backordered == 0 ? null : until;
    }
}
