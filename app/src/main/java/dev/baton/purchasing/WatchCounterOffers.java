package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.ConcludeCounterOffers.Decision;
import dev.baton.purchasing.CounterOffer.Decider;
import dev.baton.purchasing.CounterOffer.Status;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Does what is agreed for a counter-offer nobody has decided in time: accepts it, refuses it, or asks a person again, and
 * again after the same hours, as long as it waits.
 */
@Component
class WatchCounterOffers implements Watching {

    /** Kind of the work; its subject is the counter-offer. */
    static final String KIND = "purchasing.counter-offer-due";

    private final PurchasingDesk desk;
    private final PurchaseOrders purchaseOrders;
    private final CounterOffers counterOffers;
    private final ConcludeCounterOffers conclude;
    private final AgreePriceTerms priceTerms;
    private final SupplierLookup suppliers;

    WatchCounterOffers(
            PurchasingDesk desk,
            PurchaseOrders purchaseOrders,
            CounterOffers counterOffers,
            ConcludeCounterOffers conclude,
            AgreePriceTerms priceTerms,
            SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.counterOffers = counterOffers;
        this.conclude = conclude;
        this.priceTerms = priceTerms;
        this.suppliers = suppliers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> watch(merchant, batch));
    }

    private void watch(MerchantId merchant, List<LeasedWork> batch) {
        Map<CounterOfferId, LeasedWork> work = batch.stream()
                .collect(Collectors.toMap(item -> new CounterOfferId(item.subject()), Function.identity()));
        Map<PurchaseOrderId, PurchaseOrder> rows = purchaseOrders
                .lock(
                        merchant,
                        counterOffers.findAll(merchant, work.keySet()).stream()
                                .map(CounterOffer::purchaseOrder)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(PurchaseOrder::id, Function.identity()));
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                rows.values().stream().map(PurchaseOrder::supplier).distinct().toList());
        List<LeasedWork> done = new ArrayList<>(batch);
        for (CounterOffer offer : counterOffers.findAll(merchant, work.keySet())) {
            if (offer.status() != Status.OPEN) {
                continue;
            }
            PurchaseOrder of = Objects.requireNonNull(rows.get(offer.purchaseOrder()));
            LeasedWork item = Objects.requireNonNull(work.get(offer.id()));
            if (isAskedAgain(merchant, of, offer, item, Deadlines.of(terms, of.supplier()))) {
                done.remove(item);
            }
        }
        desk.work().finish(merchant, done);
    }

    private boolean isAskedAgain(
            MerchantId merchant, PurchaseOrder of, CounterOffer offer, LeasedWork item, SupplierTerms terms) {
        switch (priceTerms.of(merchant, of.supplier()).atDeadline()) {
            case ACCEPT -> conclude.decide(merchant, of, offer, atDeadline(Status.ACCEPTED));
            case REFUSE -> conclude.decide(merchant, of, offer, atDeadline(Status.REFUSED));
            case ASK -> {
                Instant next = Deadlines.after(desk.clock().instant(), terms);
                counterOffers.askedAgain(merchant, offer.id(), next);
                desk.tasks().open(merchant, CounterOfferTasks.overdue(of, terms.name(), offer));
                desk.work().again(merchant, item, next, "a person was asked again, and nobody has decided");
                return true;
            }
        }
        return false;
    }

    private static Decision atDeadline(Status to) {
        return new Decision(to, Decider.DEADLINE, null, false);
    }
}
