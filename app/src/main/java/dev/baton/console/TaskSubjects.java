package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.MessageLookup;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.QuestionLookup;
import dev.baton.shipping.OrdersOfParcels;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.TransmissionLookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What tasks are about: the order or the SKU behind each. Needs an open transaction of the merchant. */
@Component
class TaskSubjects {

    private final OrderBoard orders;
    private final PurchaseOrderLookup purchases;
    private final Elsewhere elsewhere;

    TaskSubjects(OrderBoard orders, PurchaseOrderLookup purchases, Elsewhere elsewhere) {
        this.orders = orders;
        this.purchases = purchases;
        this.elsewhere = elsewhere;
    }

    /** Where else a subject is known. */
    @Component
    record Elsewhere(
            QuestionLookup questions,
            OrdersOfParcels parcels,
            TransmissionLookup transmissions,
            MessageLookup messages,
            CatalogLookup catalog) {}

    /**
     * What a task is about.
     *
     * @param order null = no one order
     * @param purchase null = no one purchase order
     * @param sku null = no one SKU
     * @param name such as {@code Order #1001}
     * @param path leads there
     */
    record Subject(
            @Nullable SalesOrderId order,
            @Nullable PurchaseOrderId purchase,
            @Nullable String sku,
            String name,
            String path) {

        static Subject ofSku(String code) {
            return new Subject(null, null, code, "SKU " + code, StockScreen.why(code));
        }
    }

    /** By the tasks' subjects; a task about nothing that has a page is absent. */
    Map<UUID, Subject> of(MerchantId merchant, Collection<Task> tasks) {
        Map<UUID, PurchaseOrderId> purchaseOf = new HashMap<>();
        Map<UUID, SalesOrderId> orderOf = new HashMap<>();
        Map<UUID, Subject> about = new HashMap<>();
        for (Task task : tasks) {
            place(merchant, task, purchaseOf, orderOf);
        }
        about.putAll(offers(merchant, tasks));
        purchases
                .headsOf(merchant, purchaseOf.values())
                .forEach((id, head) -> purchaseOf.forEach((task, purchase) -> {
                    if (purchase.equals(id)) {
                        orderOf.put(task, head.salesOrder());
                    }
                }));
        for (OrderRow row :
                orders.of(merchant, orderOf.values().stream().distinct().toList())) {
            orderOf.forEach((task, order) -> {
                if (order.equals(row.id())) {
                    about.put(
                            task,
                            new Subject(
                                    order,
                                    purchaseOf.get(task),
                                    null,
                                    "Order " + row.storeOrderName(),
                                    OrdersScreen.PATH + "/" + order.value()));
                }
            });
        }
        return about;
    }

    private void place(
            MerchantId merchant, Task task, Map<UUID, PurchaseOrderId> purchaseOf, Map<UUID, SalesOrderId> orderOf) {
        switch (task.subjectType()) {
            case "sales_order" -> orderOf.put(task.subject(), new SalesOrderId(task.subject()));
            case "purchase_order" -> purchaseOf.put(task.subject(), new PurchaseOrderId(task.subject()));
            case "cancellation", "amendment", "counter_offer" ->
                elsewhere
                        .questions()
                        .purchaseOrders(merchant, List.of(task.subject()))
                        .values()
                        .forEach(id -> purchaseOf.put(task.subject(), id));
            case "transmission" ->
                elsewhere
                        .transmissions()
                        .find(merchant, new TransmissionId(task.subject()))
                        .ifPresent(found -> purchaseOf.put(
                                task.subject(), found.transmission().purchaseOrder()));
            case "customer_message" ->
                elsewhere
                        .messages()
                        .find(merchant, new MessageId(task.subject()))
                        .ifPresent(found -> orderOf.put(task.subject(), found.order()));
            case "package", "shipment" ->
                elsewhere
                        .parcels()
                        .of(merchant, List.of(task.subject()))
                        .values()
                        .forEach(order -> orderOf.put(task.subject(), order));
            default -> {
                // about a store, a supplier, a feed or the merchant as a whole
            }
        }
    }

    /** Offers by the SKU they are of, and SKUs by what is offered of them. */
    private Map<UUID, Subject> offers(MerchantId merchant, Collection<Task> tasks) {
        Map<UUID, Subject> about = new HashMap<>();
        tasks.stream()
                .filter(task -> task.subjectType().equals("offer"))
                .forEach(task -> code(merchant, List.of(new OfferId(task.subject())))
                        .ifPresent(code -> about.put(task.subject(), Subject.ofSku(code))));
        List<SkuId> skus = tasks.stream()
                .filter(task -> task.subjectType().equals("sku"))
                .map(task -> new SkuId(task.subject()))
                .distinct()
                .toList();
        elsewhere
                .catalog()
                .offersOf(merchant, skus)
                .forEach((sku, offers) -> code(
                                merchant, offers.stream().map(Offer::id).toList())
                        .ifPresent(code -> about.put(sku.value(), Subject.ofSku(code))));
        return about;
    }

    private Optional<String> code(MerchantId merchant, List<OfferId> offers) {
        return elsewhere.catalog().codesOf(merchant, offers).stream().findFirst();
    }
}
