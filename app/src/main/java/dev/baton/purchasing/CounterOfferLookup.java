package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.CounterOffer.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counter-offers as others read them; every method needs an open transaction of the merchant. */
@Component
public class CounterOfferLookup {

    /** Above every id: a page from the newest on. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private final CounterOffers counterOffers;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;

    CounterOfferLookup(CounterOffers counterOffers, PurchaseOrders purchaseOrders, PurchaseOrderLines lines) {
        this.counterOffers = counterOffers;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
    }

    /** All about the given purchase orders, oldest first each; one without any is absent. */
    public Map<PurchaseOrderId, List<CounterOffer>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return counterOffers.of(merchant, ids);
    }

    /** All about one purchase order, oldest first. */
    public List<CounterOffer> of(MerchantId merchant, PurchaseOrderId id) {
        return counterOffers.of(merchant, List.of(id)).getOrDefault(id, List.of());
    }

    /**
     * Newest first.
     *
     * @param onlyOpen only those that wait
     * @param below the last id of the page before; null = from the newest on
     */
    public List<CounterOffer> page(MerchantId merchant, boolean onlyOpen, @Nullable CounterOfferId below, int limit) {
        UUID from = below == null ? TOP : below.value();
        return onlyOpen ? counterOffers.openPage(merchant, from, limit) : counterOffers.page(merchant, from, limit);
    }

    /** What suppliers are told of those that were accepted or refused; any other is absent. */
    public Map<CounterOfferId, CounterOfferNotice> notices(MerchantId merchant, Collection<CounterOfferId> ids) {
        Map<CounterOfferId, CounterOfferNotice> notices = new HashMap<>();
        for (CounterOffer offer : counterOffers.findAll(merchant, ids)) {
            if (offer.status() == Status.ACCEPTED || offer.status() == Status.REFUSED) {
                purchaseOrders.findAll(merchant, List.of(offer.purchaseOrder())).stream()
                        .findFirst()
                        .ifPresent(head -> notices.put(offer.id(), notice(merchant, head, offer)));
            }
        }
        return notices;
    }

    private CounterOfferNotice notice(MerchantId merchant, PurchaseOrder head, CounterOffer offer) {
        LineUnits units = lines.of(merchant, List.of(head.id())).getOrDefault(head.id(), List.of()).stream()
                .filter(line -> line.line() == offer.line())
                .map(PurchaseOrderLine::units)
                .findFirst()
                .orElseThrow();
        boolean accepted = offer.status() == Status.ACCEPTED;
        return new CounterOfferNotice(
                offer.id(),
                head.number(),
                head.version(),
                offer.line(),
                Math.max(1, units.quantity() - units.rejected() - units.cancelled()),
                accepted,
                head.currency(),
                accepted ? offer.namedMicros() : offer.costMicros(),
                offer.namedMicros(),
                offer.reason());
    }
}
