package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.CounterOffer.Decider;
import dev.baton.purchasing.CounterOffer.Status;
import dev.baton.purchasing.CounterOffers.Ending;
import dev.baton.purchasing.CounterOffersDecided.DecidedOffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends counter-offers that wait. Needs the lock of the purchase order. */
@Component
class ConcludeCounterOffers {

    private final PurchasingDesk desk;
    private final CounterOffers counterOffers;
    private final PurchaseOrderLines lines;

    ConcludeCounterOffers(PurchasingDesk desk, CounterOffers counterOffers, PurchaseOrderLines lines) {
        this.desk = desk;
        this.counterOffers = counterOffers;
        this.lines = lines;
    }

    /**
     * A decision.
     *
     * @param reason what the supplier is told with it; null = nothing besides
     * @param forOthers refused, and the supplier is asked to leave the units to others, which tells it enough
     */
    record Decision(Status to, Decider by, @Nullable String reason, boolean forOthers) {}

    /** Accepts or refuses; where it is accepted the line costs what was named from now on. */
    void decide(MerchantId merchant, PurchaseOrder of, CounterOffer offer, Decision decision) {
        Instant now = desk.clock().instant();
        counterOffers.end(
                merchant,
                offer.id(),
                new Ending(decision.to(), decision.by(), now, decision.reason(), decision.forOthers()));
        if (decision.to() == Status.ACCEPTED) {
            lines.reprice(merchant, of.id(), offer.line(), offer.costMicros(), offer.namedMicros());
        }
        if (decision.by() != Decider.DEADLINE) {
            unwatch(merchant, offer);
        }
        CounterOfferTasks.close(desk.tasks(), merchant, offer, decision.to().name());
        String status = of.status().name();
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "DecideCounterOffer",
                                "purchase_order",
                                of.id().value(),
                                status,
                                status,
                                words(of, offer, decision))));
        if (!decision.forOthers()) {
            desk.news().publishEvent(new CounterOffersDecided(merchant, List.of(DecidedOffer.of(of, offer))));
        }
    }

    /** The supplier itself ends it: it named another cost, took its answer back, or nothing of the line comes. */
    void endBySupplier(MerchantId merchant, CounterOffer offer, Status to) {
        counterOffers.end(
                merchant, offer.id(), Ending.bySupplier(to, desk.clock().instant()));
        unwatch(merchant, offer);
        CounterOfferTasks.close(desk.tasks(), merchant, offer, to.name());
    }

    /** After an answer, a cancellation or a shipment: of a line of which nothing comes no cost is left to decide. */
    void settle(MerchantId merchant, PurchaseOrder of, List<PurchaseOrderLine> after) {
        List<Integer> ended = after.stream()
                .filter(line -> line.units().shipped() == 0 && line.units().owed() == 0)
                .map(PurchaseOrderLine::line)
                .toList();
        if (!ended.isEmpty()) {
            open(merchant, of.id()).stream()
                    .filter(offer -> ended.contains(offer.line()))
                    .forEach(offer -> endBySupplier(merchant, offer, Status.WITHDRAWN));
        }
    }

    /** The supplier took its answer back, and the costs it named with it. */
    void takenBack(MerchantId merchant, PurchaseOrderId of) {
        open(merchant, of).forEach(offer -> endBySupplier(merchant, offer, Status.WITHDRAWN));
    }

    private List<CounterOffer> open(MerchantId merchant, PurchaseOrderId of) {
        return counterOffers.of(merchant, List.of(of)).getOrDefault(of, List.of()).stream()
                .filter(offer -> offer.status() == Status.OPEN)
                .toList();
    }

    /** Nobody waits for a decision any more; at its deadline the work itself ends. */
    private void unwatch(MerchantId merchant, CounterOffer offer) {
        desk.work().remove(merchant, WatchCounterOffers.KIND, List.of(offer.id().value()));
    }

    private static String words(PurchaseOrder of, CounterOffer offer, Decision decision) {
        String who = switch (decision.by()) {
            case TOLERANCE -> "within what is agreed";
            case PERSON -> "by a person";
            case DEADLINE -> "at its deadline, as agreed";
        };
        return "line " + offer.line() + ", " + CounterOfferTasks.costs(of, offer) + ": " + decision.to() + " " + who
                + (decision.forOthers() ? ", and given to others" : "");
    }
}
