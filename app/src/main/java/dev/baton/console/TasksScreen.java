package dev.baton.console;

import dev.baton.console.TaskViews.Tab;
import dev.baton.console.TaskViews.TaskRow;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only a person can decide: what is true, what happens if nothing is done, and where to go. */
@RestController
class TasksScreen {

    static final String PATH = "/console/tasks";

    private static final int ROWS = 50;
    private static final String SALES_ORDER = "sales_order";
    private static final String PURCHASE_ORDER = "purchase_order";

    private final TaskBoard tasks;
    private final CloseTask closing;
    private final OrderBoard orders;
    private final PurchaseOrderLookup purchaseOrders;
    private final StaffDesk desk;

    TasksScreen(
            TaskBoard tasks, CloseTask closing, OrderBoard orders, PurchaseOrderLookup purchaseOrders, StaffDesk desk) {
        this.tasks = tasks;
        this.closing = closing;
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
        this.desk = desk;
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.TASKS,
                "Tasks",
                typed.text("done").equals("closed") ? "The task is closed." : "",
                "console/tasks.jte",
                frame -> list(staff, typed, frame));
    }

    @Does(Act.CLOSE_TASK)
    @PostMapping(PATH + "/close")
    ResponseEntity<String> close(Staff staff, Typed typed) {
        UUID task = typed.id("task").orElseThrow(TasksScreen::nothing);
        if (!closing.close(staff.merchant(), task, typed.text("note"))) {
            throw nothing();
        }
        return Answer.seeOther(path(typed.text("kind")).with("done", "closed").toString());
    }

    private TaskViews.Tasks list(Staff staff, Typed typed, Frame frame) {
        String kind = typed.text("kind");
        UUID after = typed.id("after").orElse(null);
        MerchantId merchant = staff.merchant();
        List<Task> found = tasks.page(merchant, kind.isEmpty() ? null : kind, after, ROWS + 1);
        List<Task> shown = found.subList(0, Math.min(ROWS, found.size()));
        Where here = path(kind);
        return new TaskViews.Tasks(
                frame,
                tabs(tasks.counts(merchant), kind),
                rows(merchant, shown),
                staff.may(Act.CLOSE_TASK),
                kind,
                found.size() > ROWS
                        ? here.with("after", shown.getLast().id().toString()).toString()
                        : null,
                after == null ? null : here.toString());
    }

    /** The list of one kind; empty = of all. */
    static Where path(String kind) {
        return new Where(PATH, Map.of()).with("kind", kind);
    }

    private static List<Tab> tabs(Map<String, Long> counts, String chosen) {
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("All", all, PATH, chosen.isEmpty()));
        counts.forEach((kind, count) ->
                tabs.add(new Tab(StaffWords.task(kind), count, path(kind).toString(), kind.equals(chosen))));
        return tabs;
    }

    private List<TaskRow> rows(MerchantId merchant, List<Task> shown) {
        Map<UUID, SalesOrderId> ordersOf = new HashMap<>();
        List<PurchaseOrderId> asked = new ArrayList<>();
        for (Task task : shown) {
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
        return shown.stream()
                .map(task -> row(task, ordersOf.get(task.subject()), names))
                .toList();
    }

    private static TaskRow row(
            Task task, @org.jspecify.annotations.Nullable SalesOrderId order, Map<SalesOrderId, String> names) {
        String name = order == null ? null : names.get(order);
        return new TaskRow(
                task.id().toString(),
                StaffWords.task(task.kind()),
                task.title(),
                task.detail(),
                task.openedAt(),
                name == null ? null : "Order " + name,
                order == null || name == null ? null : OrdersScreen.PATH + "/" + order.value());
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no open task of that id.");
    }
}
