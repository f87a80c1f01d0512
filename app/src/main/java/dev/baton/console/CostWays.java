package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.platform.Micros;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be done about another cost a supplier named; needs an open transaction of the merchant. */
@Component
class CostWays {

    private final CounterOfferLookup counterOffers;

    CostWays(CounterOfferLookup counterOffers) {
        this.counterOffers = counterOffers;
    }

    /** Ways out of all that wait. */
    List<Way> of(Staff staff, PurchaseOrderView purchase) {
        List<Way> ways = new ArrayList<>();
        counterOffers.of(staff.merchant(), purchase.id()).forEach(offer -> ways.addAll(of(staff, purchase, offer)));
        return ways;
    }

    /** Ways out of one; empty when it does not wait, or is not for whoever looks. */
    List<Way> of(Staff staff, PurchaseOrderView purchase, CounterOffer offer) {
        if (offer.status() != CounterOffer.Status.OPEN || !staff.may(Act.DECIDE_COSTS)) {
            return List.of();
        }
        String named = Micros.format(offer.namedMicros()) + " " + purchase.currency();
        String asked = Micros.format(offer.costMicros()) + " " + purchase.currency();
        String line = "line " + offer.line();
        List<Way> ways = new ArrayList<>();
        ways.add(way(
                        "Accept the other cost of " + line,
                        "It costs " + named + " a unit from now on instead of " + asked + ", and the supplier is told.",
                        "Accept " + named,
                        offer,
                        "ACCEPT")
                .main());
        ways.add(way(
                        "Keep the cost of " + line,
                        "The supplier is told to ship it at " + asked
                                + " a unit, or to say that it does not come. The units stay with it.",
                        "Keep " + asked,
                        offer,
                        "REFUSE")
                .with(reason()));
        boolean toCome = purchase.lines().stream()
                .filter(each -> each.line() == offer.line())
                .map(PurchaseOrderLine::units)
                .anyMatch(units -> units.owed() > 0);
        if (toCome) {
            ways.add(way(
                            "Give " + line + " to another supplier",
                            "The cost is refused, and this one is asked not to ship the line. Once it agrees the units go to"
                                    + " another; until then they stay with it.",
                            "Ask, then give",
                            offer,
                            "GIVE_TO_OTHERS")
                    .with(reason()));
        }
        return ways;
    }

    private static Field reason() {
        return Field.text("note", "Reason, for the supplier to read (may stay empty)", "", false);
    }

    private static Way way(String title, String means, String button, CounterOffer offer, String choice) {
        return Way.act(
                title,
                means,
                SupplierActs.COST,
                button,
                Map.of("offer", offer.id().value().toString(), "choice", choice));
    }
}
