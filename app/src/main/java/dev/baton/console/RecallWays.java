package dev.baton.console;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.shipping.RecalledUnits;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a supplier says about a parcel it should not have sent; needs an open transaction of the merchant. */
@Component
class RecallWays {

    private final RecallLookup recalls;
    private final ShipmentLookup shipments;

    RecallWays(RecallLookup recalls, ShipmentLookup shipments) {
        this.recalls = recalls;
        this.shipments = shipments;
    }

    /** To write down its answer to each question that is open, and to let go what it refused. */
    List<Way> of(Staff staff, PurchaseOrderView purchase) {
        List<Way> ways = new ArrayList<>();
        recalls.of(staff.merchant(), purchase.id()).forEach(recall -> ways.addAll(of(staff, purchase, recall)));
        return ways;
    }

    /** Of the shipment a task is about. */
    List<Way> ofShipment(Staff staff, UUID shipment, Function<Recall, PurchaseOrderView> purchase) {
        return recalls.ofShipment(staff.merchant(), shipment)
                .map(recall -> of(staff, purchase.apply(recall), recall))
                .orElse(List.of());
    }

    private List<Way> of(Staff staff, PurchaseOrderView purchase, Recall recall) {
        if (recall.status() == Recall.Status.OPEN && staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            return answers(purchase, recall);
        }
        return recall.mayBeGivenUp() && staff.may(Act.TELL_CUSTOMERS)
                ? List.of(afterAll(staff, purchase, recall))
                : List.of();
    }

    private static List<Way> answers(PurchaseOrderView purchase, Recall recall) {
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

    /** The words of the button say what is sent, for it cannot be called back. */
    private Way afterAll(Staff staff, PurchaseOrderView purchase, Recall recall) {
        return Way.act(
                        "Tell the customer after all",
                        "The parcel is left to the customer, who is told once by mail that it comes after all: "
                                + inside(staff, purchase, recall)
                                + ". A mail cannot be called back. The units stay cancelled, so nobody has paid for them:"
                                + " do not pay the supplier.",
                        SupplierActs.AFTER_ALL,
                        "Tell the customer",
                        Map.of(
                                "number",
                                purchase.number(),
                                "recall",
                                recall.id().value().toString()))
                .main();
    }

    private String inside(Staff staff, PurchaseOrderView purchase, Recall recall) {
        Map<Integer, String> titles =
                purchase.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::line, PurchaseOrderLine::title));
        return shipments.ofPurchaseOrder(staff.merchant(), purchase.id()).stream()
                .filter(shipment -> shipment.id().value().equals(recall.shipment()))
                .flatMap(shipment -> RecalledUnits.of(shipment, recall).entrySet().stream())
                .map(parcel -> parcel.getValue().stream()
                                .map(units -> units.quantity() + " × " + titles.getOrDefault(units.line(), ""))
                                .collect(Collectors.joining(", "))
                        + ", " + travels(parcel.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String travels(ParcelView parcel) {
        return parcel.trackingNumber().isEmpty()
                ? "without a tracking number"
                : Carriers.find(parcel.carrierCode()).map(Carrier::name).orElse("tracking number") + " "
                        + parcel.trackingNumber();
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
