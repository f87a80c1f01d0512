package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which purchase orders questions to suppliers are about. Every method needs an open transaction of the merchant. */
@Component
public final class QuestionLookup {

    private final Cancellations cancellations;
    private final Amendments amendments;
    private final CounterOffers counterOffers;

    QuestionLookup(Cancellations cancellations, Amendments amendments, CounterOffers counterOffers) {
        this.cancellations = cancellations;
        this.amendments = amendments;
        this.counterOffers = counterOffers;
    }

    /** The purchase orders of the given cancellations, amendments and counter-offers, by their ids; what is none of them is absent. */
    public Map<UUID, PurchaseOrderId> purchaseOrders(MerchantId merchant, Collection<UUID> questions) {
        Map<UUID, PurchaseOrderId> of = new HashMap<>();
        cancellations
                .findAll(merchant, questions.stream().map(CancellationId::new).toList())
                .forEach(each -> of.put(each.id().value(), each.purchaseOrder()));
        amendments
                .findAll(merchant, questions.stream().map(AmendmentId::new).toList())
                .forEach(each -> of.put(each.id().value(), each.purchaseOrder()));
        counterOffers
                .findAll(merchant, questions.stream().map(CounterOfferId::new).toList())
                .forEach(each -> of.put(each.id().value(), each.purchaseOrder()));
        return of;
    }
}
