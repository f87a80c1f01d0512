package dev.baton.purchasing;

import dev.baton.orders.RerouteAllocations;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.ConcludeCounterOffers.Decision;
import dev.baton.purchasing.CounterOffer.Decider;
import dev.baton.purchasing.CounterOffer.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a person's decision on another cost a supplier named. */
@Component
public class DecideCounterOffer {

    private static final int LONGEST_REASON = 500;

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final CounterOffers counterOffers;
    private final ConcludeCounterOffers conclude;
    private final RerouteAllocations reroute;

    DecideCounterOffer(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            CounterOffers counterOffers,
            ConcludeCounterOffers conclude,
            RerouteAllocations reroute) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.counterOffers = counterOffers;
        this.conclude = conclude;
        this.reroute = reroute;
    }

    /** What a person may choose. */
    public enum Choice {
        /** The line costs what was named from now on. */
        ACCEPT,
        /** The line keeps its cost; the supplier is told so and ships at it, or rejects. */
        REFUSE,
        /** The line keeps its cost, and the supplier is asked to leave what it has not shipped to others. */
        GIVE_TO_OTHERS
    }

    /**
     * Decides; opens a transaction or joins the caller's. The same decision again changes nothing.
     *
     * @param reason for the supplier to read, at most 500 characters; null = none
     * @return the counter-offer as it stands then
     * @throws Problem UNKNOWN_COUNTER_OFFER; COUNTER_OFFER_CLOSED when it was decided otherwise or the supplier ended
     *     it; CONFLICT when nothing of the line is left to give to others; INVALID_FIELD when the reason is too long
     */
    public CounterOffer decide(MerchantId merchant, CounterOfferId id, Choice choice, @Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say it in at most 500 characters.", "reason");
        }
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder of =
                    sentPurchaseOrders.lock(merchant, find(merchant, id).purchaseOrder());
            CounterOffer offer = find(merchant, id);
            if (!isRepeat(offer, choice)) {
                mustBeOpen(offer);
                conclude(merchant, of, offer, choice, reason == null || reason.isBlank() ? null : reason.strip());
            }
            return find(merchant, id);
        });
    }

    private CounterOffer find(MerchantId merchant, CounterOfferId id) {
        return counterOffers.findAll(merchant, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_COUNTER_OFFER,
                        "There is no counter-offer of that id; the purchase order shows its own."));
    }

    private static boolean isRepeat(CounterOffer offer, Choice choice) {
        return offer.decidedBy() == Decider.PERSON
                && switch (choice) {
                    case ACCEPT -> offer.status() == Status.ACCEPTED;
                    case REFUSE -> offer.status() == Status.REFUSED && !offer.forOthers();
                    case GIVE_TO_OTHERS -> offer.status() == Status.REFUSED && offer.forOthers();
                };
    }

    private static void mustBeOpen(CounterOffer offer) {
        if (offer.status() != Status.OPEN) {
            throw new Problem(
                    PurchasingProblem.COUNTER_OFFER_CLOSED,
                    "Nothing is left to decide: it was " + offer.status().name().toLowerCase(java.util.Locale.ROOT)
                            + " before.");
        }
    }

    private void conclude(
            MerchantId merchant, SentPurchaseOrder of, CounterOffer offer, Choice choice, @Nullable String reason) {
        boolean others = choice == Choice.GIVE_TO_OTHERS;
        Status to = choice == Choice.ACCEPT ? Status.ACCEPTED : Status.REFUSED;
        conclude.decide(merchant, of.head(), offer, new Decision(to, Decider.PERSON, reason, others));
        if (others) {
            int asked = reroute.ask(
                    merchant,
                    of.lines().stream()
                            .filter(line -> line.line() == offer.line())
                            .map(PurchaseOrderLine::allocation)
                            .toList(),
                    reason == null ? "the cost of line " + offer.line() + " is not agreed" : reason);
            if (asked == 0) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "Nothing of line " + offer.line() + " of " + of.head().number()
                                + " is still to come that another supplier could ship: accept the cost, or refuse it.");
            }
        }
    }
}
