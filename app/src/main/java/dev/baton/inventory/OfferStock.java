package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One offer's stock with its reasons.
 *
 * @param observed selling units by the supplier's last figure
 * @param buffer selling units kept back
 * @param withheld selling units not sold while the supplier's feed is stale
 * @param uncovered promised units the figure still contains
 * @param leaving those of the uncovered units that have left the supplier's figure and wait for a younger one
 * @param available units that may be promised now, 0 when there is a shortage
 * @param effectiveAt the time the figure is believed to be of; null when no feed ever spoke of the offer
 * @param leftOut the last full run did not list the offer and its figure was kept
 * @param shortSince since when more is promised than the supplier has; null when it has enough
 * @param ended the merchant ended the offer: nothing of it may be promised
 */
public record OfferStock(
        OfferId offer,
        SupplierId supplier,
        String shipFrom,
        String supplierSku,
        int observed,
        int buffer,
        int withheld,
        long uncovered,
        long leaving,
        long available,
        @Nullable Instant effectiveAt,
        boolean leftOut,
        boolean discontinued,
        @Nullable Instant shortSince,
        boolean ended) {}
