package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.purchasing.Acknowledgement.NamedCost;
import dev.baton.purchasing.CounterOffer.Decider;
import dev.baton.purchasing.CounterOffer.Status;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.PriceTerms;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at the costs an answer names. The same cost is no news; what is within the agreed tolerance is taken and kept with
 * the old and the new cost; more than that waits for a decision, with the units promised and their stock claimed.
 */
@Component
class TakeCounterOffers {

    private final PurchasingDesk desk;
    private final CounterOffers counterOffers;
    private final ConcludeCounterOffers conclude;
    private final PurchaseOrderLines lines;
    private final AgreePriceTerms priceTerms;
    private final SupplierLookup suppliers;

    TakeCounterOffers(
            PurchasingDesk desk,
            CounterOffers counterOffers,
            ConcludeCounterOffers conclude,
            PurchaseOrderLines lines,
            AgreePriceTerms priceTerms,
            SupplierLookup suppliers) {
        this.desk = desk;
        this.counterOffers = counterOffers;
        this.conclude = conclude;
        this.lines = lines;
        this.priceTerms = priceTerms;
        this.suppliers = suppliers;
    }

    /**
     * Takes the named costs; needs the locks of the purchase order and its sales order.
     *
     * @return what was said of each, for the history; empty = every cost is what it was
     */
    List<String> take(MerchantId merchant, SentPurchaseOrder open, UUID acknowledgement, List<NamedCost> costs) {
        if (costs.isEmpty()) {
            return List.of();
        }
        List<CounterOffer> before = counterOffers
                .of(merchant, List.of(open.head().id()))
                .getOrDefault(open.head().id(), List.of());
        PriceTerms agreed = priceTerms.of(merchant, open.head().supplier());
        List<String> said = new ArrayList<>();
        int ordinal = before.size();
        for (NamedCost cost : costs) {
            PurchaseOrderLine line = line(open, cost.line());
            List<CounterOffer> ofLine =
                    before.stream().filter(offer -> offer.line() == cost.line()).toList();
            if (isNews(merchant, line, ofLine, cost)) {
                ordinal++;
                said.add(take(merchant, new Named(open.head(), line, acknowledgement, cost, ordinal), ofLine, agreed));
            }
        }
        return said;
    }

    /** Where the costs an answer named stand, with any other that waits; empty when it named none. */
    List<CounterOffer> standing(MerchantId merchant, PurchaseOrderId of, UUID acknowledgement, Acknowledgement answer) {
        if (answer.costs().isEmpty()) {
            return List.of();
        }
        return counterOffers.of(merchant, List.of(of)).getOrDefault(of, List.of()).stream()
                .filter(offer ->
                        offer.status() == Status.OPEN || offer.acknowledgement().equals(acknowledgement))
                .toList();
    }

    /** Ends what waits if another cost is named; the cost in force, or the one that waits, is no news. */
    private boolean isNews(MerchantId merchant, PurchaseOrderLine line, List<CounterOffer> ofLine, NamedCost cost) {
        boolean inForce = cost.unitCostMicros() == line.unitCostMicros();
        for (CounterOffer waiting : ofLine) {
            if (waiting.status() == Status.OPEN) {
                if (waiting.namedMicros() == cost.unitCostMicros()) {
                    return false;
                }
                conclude.endBySupplier(merchant, waiting, inForce ? Status.WITHDRAWN : Status.REPLACED);
            }
        }
        return !inForce;
    }

    /** One cost that differs. */
    private record Named(PurchaseOrder of, PurchaseOrderLine line, UUID acknowledgement, NamedCost cost, int ordinal) {}

    private String take(MerchantId merchant, Named named, List<CounterOffer> ofLine, PriceTerms agreed) {
        long wanted = named.cost().unitCostMicros();
        boolean allowed = wanted < named.line().unitCostMicros() || agreed.allows(asked(named.line(), ofLine), wanted);
        SupplierTerms terms = Deadlines.of(
                suppliers.terms(merchant, List.of(named.of().supplier())),
                named.of().supplier());
        Instant now = desk.clock().instant();
        CounterOffer offer = new CounterOffer(
                new CounterOfferId(desk.ids().next()),
                named.of().id(),
                named.ordinal(),
                named.acknowledgement(),
                named.line().line(),
                allowed ? Status.ACCEPTED : Status.OPEN,
                named.line().unitCostMicros(),
                wanted,
                now,
                allowed ? null : Deadlines.after(now, terms),
                allowed ? Decider.TOLERANCE : null,
                allowed ? now : null,
                null,
                false);
        counterOffers.insert(merchant, offer);
        if (allowed) {
            lines.reprice(merchant, named.of().id(), offer.line(), offer.costMicros(), wanted);
        } else {
            await(merchant, named, offer, terms);
        }
        return "line " + offer.line() + " " + CounterOfferTasks.costs(named.of(), offer)
                + (allowed ? ", within what is agreed" : ", to be decided");
    }

    private void await(MerchantId merchant, Named named, CounterOffer offer, SupplierTerms terms) {
        Instant decideBy = Objects.requireNonNull(offer.decideBy());
        desk.work()
                .add(
                        merchant,
                        List.of(new NewWork(
                                "purchasing",
                                WatchCounterOffers.KIND,
                                offer.id().value(),
                                decideBy,
                                false)));
        desk.tasks().open(merchant, CounterOfferTasks.named(named.of(), terms.name(), named.line(), offer));
    }

    /**
     * The cost a tolerance is measured from: what was asked, or what was decided or lowered since. What was taken within
     * the tolerance is not, so that small steps never add up to a large one.
     */
    private static long asked(PurchaseOrderLine line, List<CounterOffer> ofLine) {
        long asked =
                ofLine.isEmpty() ? line.unitCostMicros() : ofLine.getFirst().costMicros();
        for (CounterOffer offer : ofLine) {
            boolean counts = offer.status() == Status.ACCEPTED
                    && (offer.decidedBy() != Decider.TOLERANCE || offer.namedMicros() < asked);
            if (counts) {
                asked = offer.namedMicros();
            }
        }
        return asked;
    }

    private static PurchaseOrderLine line(SentPurchaseOrder open, int number) {
        return open.lines().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow();
    }
}
