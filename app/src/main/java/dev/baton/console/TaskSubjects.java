package dev.baton.console;

import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tasks are about and where that is; needs an open transaction of the merchant. */
@Component
class TaskSubjects {

    private static final String SALES_ORDER = "sales_order";
    private static final String PURCHASE_ORDER = "purchase_order";

    private final OrderBoard orders;
    private final PurchaseOrderLookup purchaseOrders;

    TaskSubjects(OrderBoard orders, PurchaseOrderLookup purchaseOrders) {
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
    }

    /** What a task is about. */
    record Subject(String name, String path) {}

    /** By the tasks' subjects; what has no page is absent. */
    Map<UUID, Subject> of(MerchantId merchant, List<Task> tasks) {
        Map<UUID, SalesOrderId> ordersOf = new HashMap<>();
        List<PurchaseOrderId> asked = new ArrayList<>();
        for (Task task : tasks) {
            if (task.subjectType().equals(SALES_ORDER)) {
                ordersOf.put(task.subject(), new SalesOrderId(task.subject()));
            } else if (task.subjectType().equals(PURCHASE_ORDER)) {
                asked.add(new PurchaseOrderId(task.subject()));
            }
        }
        purchaseOrders.headsOf(merchant, asked).forEach((id, head) -> ordersOf.put(id.value(), head.salesOrder()));
        Map<SalesOrderId, String> names = new HashMap<>();
        for (OrderRow row :
                orders.of(merchant, ordersOf.values().stream().distinct().toList())) {
            names.put(row.id(), row.storeOrderName());
        }
        Map<UUID, Subject> subjects = new HashMap<>();
        ordersOf.forEach((subject, order) -> {
            if (names.containsKey(order)) {
                subjects.put(
                        subject, new Subject("Order " + names.get(order), OrdersScreen.PATH + "/" + order.value()));
            }
        });
        return subjects;
    }
}
