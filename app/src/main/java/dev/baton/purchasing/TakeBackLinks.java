package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.links.Links;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes back every link to a purchase order that was given out: whoever holds one reads that it was taken back, and can do
 * nothing with it, nor have another mailed. Links made from then on work.
 */
@Component
public class TakeBackLinks {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders purchaseOrders;
    private final LinkRounds rounds;

    TakeBackLinks(PurchasingDesk desk, SentPurchaseOrders purchaseOrders, LinkRounds rounds) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.rounds = rounds;
    }

    /**
     * Takes them back; opens a transaction or joins the caller's. Two taps on one button take back once: what was shown
     * says which links are meant.
     *
     * @param shown how often they had been taken back when the button was shown
     * @return false when they had been taken back since, and nothing was done
     * @throws Problem NOT_FOUND; CONFLICT when none was given out yet, or when this was done {@value Links#MOST_ROUNDS} times
     */
    public boolean takeBack(MerchantId merchant, PurchaseOrderId id, int shown) {
        return desk.tenancy().inTransaction(merchant, () -> {
            PurchaseOrder of = purchaseOrders
                    .lockIfThere(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order."))
                    .head();
            if (!of.status().begun()) {
                throw new Problem(CommonProblem.CONFLICT, "No link to " + of.number() + " was given out yet.");
            }
            if (shown >= Links.MOST_ROUNDS) {
                throw new Problem(
                        CommonProblem.CONFLICT, "The links to " + of.number() + " cannot be taken back any more.");
            }
            if (!rounds.next(merchant, id, shown, desk.clock().instant())) {
                return false;
            }
            String status = of.status().name();
            desk.audit()
                    .record(
                            merchant,
                            List.of(new AuditEntry(
                                    "TakeBackLinks", "purchase_order", id.value(), status, status, null)));
            return true;
        });
    }
}
