package dev.baton.sourcing;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What the merchant wants weighed beside the landed cost. Penalties are in minor units of the book currency: they move
 * the choice and are shown, nobody pays them.
 *
 * @param maySplitLine whether a line that no single offer fills may come from two
 * @param splitPenaltyMinor for each purchase order after the first
 * @param leadDayPenaltyMinor for each day of lead time of each assignment
 * @param reliability advice by supplier; a supplier without any is not penalised
 * @param nodeLimit how many steps of the search are taken before the best plan found is returned with its gap; at least
 *     1
 * @param blockedSuppliers why a supplier gets nothing now, such as {@code PAUSED}, by supplier
 */
public record SourcingPolicy(
        boolean maySplitLine,
        long splitPenaltyMinor,
        long leadDayPenaltyMinor,
        Map<UUID, Reliability> reliability,
        int nodeLimit,
        Map<UUID, String> blockedSuppliers) {
    /** Steps of the search that an order gets unless the merchant says otherwise. */
    public static final int NODE_LIMIT = 20_000;

    /** The highest penalty that may be set, in minor units: beyond it a typing error is likelier than a wish. */
    public static final long HIGHEST_PENALTY_MINOR = 100_000_000L;

    /**
     * How much dearer a supplier is to be treated because of how it delivered.
     *
     * @param penaltyMinor for each purchase order, in minor units of the book currency
     * @param asOf the day the advice was given
     */
    public record Reliability(long penaltyMinor, LocalDate asOf) {
        public Reliability {
            checked(penaltyMinor);
        }
    }

    public SourcingPolicy {
        checked(splitPenaltyMinor);
        checked(leadDayPenaltyMinor);
        if (nodeLimit < 1) {
            throw new IllegalArgumentException("nodeLimit must be at least 1: " + nodeLimit);
        }
        reliability = Map.copyOf(reliability);
        blockedSuppliers = Map.copyOf(blockedSuppliers);
    }

    /** Landed cost alone: lines may be split, no penalties, nobody blocked. */
    public static SourcingPolicy landedCost() {
        return new SourcingPolicy(true, 0, 0, Map.of(), NODE_LIMIT, Map.of());
    }

    private static void checked(long penaltyMinor) {
        if (penaltyMinor < 0 || penaltyMinor > HIGHEST_PENALTY_MINOR) {
            throw new IllegalArgumentException("penalty out of range: " + penaltyMinor);
        }
    }
}
