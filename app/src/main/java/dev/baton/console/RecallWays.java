package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a supplier says about a parcel it should not have sent; needs an open transaction of the merchant. */
@Component
class RecallWays {

    private final RecallLookup recalls;

    RecallWays(RecallLookup recalls) {
        this.recalls = recalls;
    }

    /** To write down its answer to each question that is open. */
    List<Way> of(Staff staff, PurchaseOrderView purchase) {
        List<Way> ways = new ArrayList<>();
        recalls.of(staff.merchant(), purchase.id()).stream()
                .filter(recall -> recall.status() == Recall.Status.OPEN)
                .forEach(recall -> ways.addAll(ofOpen(staff, purchase, recall)));
        return ways;
    }

    /** Of the shipment a task is about. */
    List<Way> ofShipment(Staff staff, UUID shipment, java.util.function.Function<Recall, PurchaseOrderView> purchase) {
        return recalls.ofShipment(staff.merchant(), shipment)
                .filter(recall -> recall.status() == Recall.Status.OPEN)
                .map(recall -> ofOpen(staff, purchase.apply(recall), recall))
                .orElse(List.of());
    }

    private static List<Way> ofOpen(Staff staff, PurchaseOrderView purchase, Recall recall) {
        if (!staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            return List.of();
        }
        return List.of(
                way(
                                purchase,
                                recall,
                                "It stops the parcel",
                                "You have its word: the parcel is stopped on its way.",
                                "STOPS")
                        .main(),
                way(
                        purchase,
                        recall,
                        "It takes the parcel back",
                        "At its own cost. The customer is still to be told to refuse it or to send it back.",
                        "TAKES_BACK"),
                way(purchase, recall, "It does neither", "It stays its fault, and a person decides on.", "REFUSED")
                        .with(Field.text("note", "Its words", "", false)));
    }

    private static Way way(PurchaseOrderView purchase, Recall recall, String title, String means, String answer) {
        return Way.act(
                title,
                means,
                SupplierActs.RECALL,
                title,
                Map.of(
                        "number",
                        purchase.number(),
                        "recall",
                        recall.id().value().toString(),
                        "answer",
                        answer));
    }
}
