package dev.baton.purchasing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer led to; the same for every repeat of it.
 *
 * @param replayed this reference was answered before, nothing was posted
 * @param status the purchase order's status after the answer, then
 * @param counterOffers where the costs it named stand now that are not the purchase order's, with any that still wait; empty
 *     = it named none
 */
public record AcknowledgementOutcome(
        String number,
        String reference,
        PurchaseOrderStatus status,
        boolean replayed,
        List<Applied> lines,
        List<CounterOffer> counterOffers) {

    /**
     * What became of one statement.
     *
     * @param applied units it moved, at most the stated ones
     * @param remark why fewer moved; null when all did
     */
    public record Applied(
            int line,
            Acknowledgement.Action action,
            int quantity,
            int applied,
            @Nullable String remark) {}
}
