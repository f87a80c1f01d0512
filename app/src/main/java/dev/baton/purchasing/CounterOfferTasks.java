package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;

/** The task a counter-offer waits behind: it names the purchase order, the supplier and both costs. */
final class CounterOfferTasks {

    /** Another cost was named and is to be decided; its subject is the counter-offer. */
    static final String KIND = "purchasing.counter-offer";

    private static final String WAYS_OUT =
            " Its stock stays claimed, and the units count as promised. Accept it, refuse"
                    + " it and have them at the old cost, or refuse it and give them to another supplier.";

    private CounterOfferTasks() {}

    static NewTask named(PurchaseOrder of, String supplier, PurchaseOrderLine line, CounterOffer offer) {
        return task(
                offer,
                supplier + " wants " + costs(of, offer) + " a unit for line " + offer.line() + " of " + of.number(),
                line.units().quantity() + " × " + line.merchantSku()
                        + ". That is more than is agreed with it. If nothing is done the purchase order keeps its cost"
                        + " until the deadline, and then what is agreed for it happens." + WAYS_OUT);
    }

    static NewTask overdue(PurchaseOrder of, String supplier, CounterOffer offer) {
        return task(
                offer,
                supplier + " still waits whether it gets " + costs(of, offer) + " a unit for line " + offer.line()
                        + " of " + of.number(),
                "The time to decide is over. If nothing is done the purchase order keeps its cost, and the supplier may"
                        + " ship, wait, or ask for more." + WAYS_OUT);
    }

    static void close(Tasks tasks, MerchantId merchant, CounterOffer offer, String why) {
        tasks.closeFor(merchant, KIND, offer.id().value(), why);
    }

    /** Such as {@code 12.50 instead of 10.00 EUR}. */
    static String costs(PurchaseOrder of, CounterOffer offer) {
        return Micros.format(offer.namedMicros()) + " instead of " + Micros.format(offer.costMicros()) + " "
                + of.currency();
    }

    private static NewTask task(CounterOffer offer, String title, String detail) {
        return new NewTask(KIND, "counter_offer", offer.id().value(), title, detail);
    }
}
