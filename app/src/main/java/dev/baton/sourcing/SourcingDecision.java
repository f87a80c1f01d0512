package dev.baton.sourcing;

import java.util.List;

/**
 * Who ships what of one order, at what landed cost, and why nobody else. Everything is in one fixed order: lines by id,
 * offers by id. Amounts are in 10⁻⁶ of the book currency.
 *
 * @param bookCurrency ISO 4217 of every amount
 * @param assignments who ships; a line appears once, twice when divided, never when unassigned
 * @param groups one per purchase order
 * @param unassigned lines without a supplier, empty when the whole order is planned
 * @param considered every offer for every line with its verdict
 * @param splitPenaltyMicros the merchant's penalty for the purchase orders after the first
 * @param totalMicros all groups and the split penalty
 * @param exact whether no plan that fills as many lines can be cheaper; false when the node limit cut the search short
 *     or a line had more divisions than are tried
 * @param lowerBoundMicros no plan of the same lines filled and divided costs less than this; at most the total
 * @param nodesVisited steps the search took
 */
public record SourcingDecision(
        String bookCurrency,
        List<Assignment> assignments,
        List<GroupCost> groups,
        List<UnassignedLine> unassigned,
        List<Considered> considered,
        long splitPenaltyMicros,
        long totalMicros,
        boolean exact,
        long lowerBoundMicros,
        int nodesVisited) {
    public SourcingDecision {
        assignments = List.copyOf(assignments);
        groups = List.copyOf(groups);
        unassigned = List.copyOf(unassigned);
        considered = List.copyOf(considered);
    }

    /** How much cheaper a better plan could be at most; 0 when exact. */
    public long gapMicros() {
        return totalMicros - lowerBoundMicros;
    }
}
