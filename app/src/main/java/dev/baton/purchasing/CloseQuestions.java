package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Cancellation.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the questions to a supplier that an answer or a shipment settles, and asks what was kept back for them.
 * Needs the locks of the purchase order and its sales order.
 */
@Component
class CloseQuestions {

    private final CloseCancellations cancellations;
    private final CloseAmendments amendments;
    private final AskAmendments asking;
    private final ConcludeCounterOffers counterOffers;

    CloseQuestions(
            CloseCancellations cancellations,
            CloseAmendments amendments,
            AskAmendments asking,
            ConcludeCounterOffers counterOffers) {
        this.cancellations = cancellations;
        this.amendments = amendments;
        this.asking = asking;
        this.counterOffers = counterOffers;
    }

    /** After an acknowledgement or a shipment. */
    void settle(MerchantId merchant, PurchaseOrder of, List<PurchaseOrderLine> after) {
        boolean ended = cancellations.overtaken(merchant, of, after);
        amendments.settle(merchant, of, after);
        counterOffers.settle(merchant, of, after);
        if (ended) {
            asking.again(merchant, of.id());
        }
    }

    /** After the answer to a cancellation. */
    void answered(
            MerchantId merchant,
            SentPurchaseOrder of,
            Cancellation question,
            Status status,
            @Nullable String why,
            List<PurchaseOrderLine> after) {
        cancellations.close(merchant, of.head(), question, status, why);
        amendments.settle(merchant, of.head(), after);
        counterOffers.settle(merchant, of.head(), after);
        asking.again(merchant, of.head().id());
    }
}
