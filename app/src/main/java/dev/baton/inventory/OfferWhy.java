package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why so many units of one offer may be sold: steps that add up to it, and the rows behind them.
 *
 * @param available units that may be, or could be, promised at that moment; the sum of the steps
 * @param exact false when something the sum needs was not kept at that time; always true of now
 * @param effectiveAt the time the figure is believed to be of; null when no feed ever spoke of the offer, and of an
 *     earlier moment
 * @param claims the youngest promises that still count, at most {@value StockLedger#MOST_ROWS}
 * @param leaving what waits for a younger figure, the oldest first, at most as many
 * @param observations the last figures that changed it or came too late, the latest first, at most as many
 */
public record OfferWhy(
        OfferId offer,
        SupplierId supplier,
        String shipFrom,
        String supplierSku,
        long available,
        boolean exact,
        @Nullable Instant effectiveAt,
        boolean leftOut,
        boolean discontinued,
        List<StockStep> steps,
        List<OpenClaim> claims,
        List<Leaving> leaving,
        List<Observed> observations) {

    public OfferWhy {
        steps = List.copyOf(steps);
        claims = List.copyOf(claims);
        leaving = List.copyOf(leaving);
        observations = List.copyOf(observations);
    }

    /**
     * Units promised to one allocation, as they stand now.
     *
     * @param claim the allocation's id
     * @param deducted units that have left the supplier's own figure
     * @param uncovered units that count against the figure
     */
    public record OpenClaim(
            UUID claim, UUID orderLine, int quantity, int released, int deducted, int uncovered, Instant claimedAt) {}

    /**
     * Units that have left the supplier's figure.
     *
     * @param contained the time a figure must be of to be believed to lack them
     */
    public record Leaving(UUID claim, DeductionCause cause, int quantity, Instant effectiveAt, Instant contained) {}

    /**
     * A figure of the supplier.
     *
     * @param source {@code feed} or {@code rejection}
     * @param sourceId the feed run, or the rejection
     * @param applied false when it was older than what was known
     * @param knownAt when it was taken; null before such times were kept
     */
    public record Observed(
            String source,
            UUID sourceId,
            int quantity,
            int was,
            boolean applied,
            Instant effectiveAt,
            @Nullable Instant knownAt) {}
}
