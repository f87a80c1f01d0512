package dev.baton.inventory;

import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * One task per kind of alert a person must act on, however many goods it is about: the list of alerts has them all. Needs
 * an open transaction.
 */
@Component
final class AlertTasks {

    static final String OUT = "inventory.out";
    static final String DISCONTINUED = "inventory.discontinued";
    static final String STALE = "inventory.stale";

    private final AlertRows alerts;
    private final Tasks tasks;

    AlertTasks(AlertRows alerts, Tasks tasks) {
        this.alerts = alerts;
        this.tasks = tasks;
    }

    void tell(MerchantId merchant) {
        Map<Kind, Long> open = alerts.countOpen(merchant, null);
        long out = open.getOrDefault(Kind.OUT, 0L);
        tell(
                merchant,
                OUT,
                out,
                goods(out) + " cannot be sold: no supplier has any",
                "They sold in the last weeks. If nothing is done their orders wait for stock. Add an offer of another"
                        + " supplier, ask when they come back, or take them out of the stores. The list of alerts of kind"
                        + " out names them; it closes by itself when they can be sold.");
        long dropped = open.getOrDefault(Kind.DISCONTINUED, 0L);
        tell(
                merchant,
                DISCONTINUED,
                dropped,
                (dropped == 1 ? "1 offer of goods that sell was" : dropped + " offers of goods that sell were")
                        + " dropped by the supplier",
                "If nothing is done they are sold from other suppliers as long as these have them, and then not at all."
                        + " Add offers of others, or take the goods out of the stores. The list of alerts of kind"
                        + " discontinued names them.");
        long stale = open.getOrDefault(Kind.STALE, 0L);
        tell(
                merchant,
                STALE,
                stale,
                (stale == 1 ? "1 figure of goods that sell is" : stale + " figures of goods that sell are")
                        + " too old",
                "If nothing is done they are sold on what the suppliers had then. Ask the suppliers for their stock, or"
                        + " agree a stock check by mail with them. The list of alerts of kind stale names them.");
    }

    private static String goods(long count) {
        return count == 1 ? "1 product that sells" : count + " products that sell";
    }

    private void tell(MerchantId merchant, String kind, long count, String title, String detail) {
        if (count == 0) {
            tasks.closeFor(merchant, kind, merchant.value(), "it is over");
        } else {
            tasks.open(merchant, new NewTask(kind, "merchant", merchant.value(), title, detail));
        }
    }
}
