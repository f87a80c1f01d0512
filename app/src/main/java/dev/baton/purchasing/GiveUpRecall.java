package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives up a recall its supplier refused: the parcel is left to its customer, who is told that it comes after all. That it
 * was shipped stays the supplier's fault.
 */
@Component
public class GiveUpRecall {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Recalls recalls;

    GiveUpRecall(PurchasingDesk desk, SentPurchaseOrders sentPurchaseOrders, Recalls recalls) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.recalls = recalls;
    }

    /**
     * What came of it.
     *
     * @param recall as it stands now
     * @param now whether it was given up by this call; false = it was before, and nothing is told again
     */
    public record GivenUp(Recall recall, boolean now) {}

    /**
     * Gives it up; opens a transaction or joins the caller's. Once more changes nothing.
     *
     * @throws Problem UNKNOWN_RECALL; CONFLICT when its supplier did not refuse it
     */
    public GivenUp giveUp(MerchantId merchant, RecallId id) {
        return desk.tenancy().inTransaction(merchant, () -> {
            PurchaseOrder of = sentPurchaseOrders
                    .lock(merchant, find(merchant, id).purchaseOrder())
                    .head();
            Recall recall = find(merchant, id);
            if (recall.status() != Recall.Status.REFUSED) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "The supplier did not refuse to stop this parcel or to take it back: write down what it says first.");
            }
            if (!recall.mayBeGivenUp()) {
                return new GivenUp(recall, false);
            }
            return new GivenUp(giveUp(merchant, of, recall), true);
        });
    }

    private Recall giveUp(MerchantId merchant, PurchaseOrder of, Recall recall) {
        recalls.giveUp(merchant, recall.id(), desk.clock().instant());
        desk.tasks().closeFor(merchant, RecallTasks.KIND, recall.shipment(), "the parcel is left to its customer");
        String status = of.status().name();
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "GiveUpRecall",
                                "purchase_order",
                                of.id().value(),
                                status,
                                status,
                                "recall " + recall.ordinal() + " of " + recall.units() + " units")));
        Recall after = find(merchant, recall.id());
        desk.news().publishEvent(new RecallsGivenUp(merchant, List.of(after)));
        return after;
    }

    private Recall find(MerchantId merchant, RecallId id) {
        return recalls.findAll(merchant, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_RECALL,
                        "There is no such recall; take its id from the purchase order.",
                        "recallId"));
    }
}
