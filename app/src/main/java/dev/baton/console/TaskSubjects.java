package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.notifications.MessageLookup;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.QuestionLookup;
import dev.baton.shipping.OrdersOfParcels;
import dev.baton.trading.TransmissionLookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Placed placed = place(merchant, tasks);
        Map<UUID, Subject> about = new HashMap<>(offers(merchant, tasks));
        Map<SalesOrderId, OrderRow> rows =
                orders.of(merchant, placed.orderOf.values().stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(OrderRow::id, Function.identity()));
        placed.orderOf.forEach((subject, order) -> {
            OrderRow row = rows.get(order);
            if (row != null) {
                about.put(
                        subject,
                        new Subject(
                                order,
                                placed.purchaseOf.get(subject),
                                null,
                                "Order " + row.storeOrderName(),
                                OrdersScreen.PATH + "/" + order.value()));
            }
        });
        return about;
    }

    /** The orders and purchase orders behind subjects, and those purchase orders. */
    record Placed(
            Map<UUID, PurchaseOrderId> purchaseOf,
            Map<UUID, SalesOrderId> orderOf,
            Map<PurchaseOrderId, PurchaseOrderView> purchases) {}

    /** Where the tasks' subjects stand on an order's road, read a kind of subject at a time. */
    Placed place(MerchantId merchant, Collection<Task> tasks) {
        Map<String, List<UUID>> byType = tasks.stream()
                .collect(Collectors.groupingBy(
                        Task::subjectType, Collectors.mapping(Task::subject, Collectors.toList())));
        Map<UUID, PurchaseOrderId> purchaseOf = new HashMap<>();
        Map<UUID, SalesOrderId> orderOf = new HashMap<>();
        byType.forEach((type, subjects) -> {
            switch (type) {
                case "sales_order" -> subjects.forEach(each -> orderOf.put(each, new SalesOrderId(each)));
                case "purchase_order" -> subjects.forEach(each -> purchaseOf.put(each, new PurchaseOrderId(each)));
                case "cancellation", "amendment", "counter_offer" ->
                    purchaseOf.putAll(elsewhere.questions().purchaseOrders(merchant, subjects));
                case "transmission" ->
                    purchaseOf.putAll(elsewhere.transmissions().purchaseOrders(merchant, subjects));
                case "customer_message" -> orderOf.putAll(elsewhere.messages().ordersOf(merchant, subjects));
                case "package", "shipment" -> orderOf.putAll(elsewhere.parcels().of(merchant, subjects));
                default -> {
                    // about a store, a supplier, a feed or the merchant as a whole
                }
            }
        });
        Map<PurchaseOrderId, PurchaseOrderView> heads = purchases.headsOf(merchant, purchaseOf.values());
        purchaseOf.forEach((subject, id) -> {
            PurchaseOrderView head = heads.get(id);
            if (head != null) {
                orderOf.put(subject, head.salesOrder());
            }
        });
        return new Placed(purchaseOf, orderOf, heads);
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
                .everyOfferOf(merchant, skus)
                .forEach((sku, offers) -> code(
                                merchant, offers.stream().map(Offer::id).toList())
                        .ifPresent(code -> about.put(sku.value(), Subject.ofSku(code))));
        return about;
    }

    private Optional<String> code(MerchantId merchant, List<OfferId> offers) {
        return elsewhere.catalog().codesOf(merchant, offers).stream().findFirst();
    }
}
