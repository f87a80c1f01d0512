package dev.baton.console;

import dev.baton.console.TaskViews.Figure;
import dev.baton.console.TaskViews.Oldest;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderBoard;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the day needs; every figure opens the list it counts. */
@RestController
class TodayScreen {

    private final OrderBoard orders;
    private final HoldBoard holds;
    private final TaskBoard tasks;
    private final PlanMornings mornings;
    private final SetupPage setup;
    private final StaffDesk desk;

    TodayScreen(
            OrderBoard orders,
            HoldBoard holds,
            TaskBoard tasks,
            PlanMornings mornings,
            SetupPage setup,
            StaffDesk desk) {
        this.orders = orders;
        this.holds = holds;
        this.tasks = tasks;
        this.mornings = mornings;
        this.setup = setup;
        this.desk = desk;
    }

    @Does(Act.SEE_TODAY)
    @GetMapping("/console")
    ResponseEntity<String> show(Staff staff) {
        mornings.begin(staff.merchant());
        return desk.page(
                staff,
                StaffDesk.Place.TODAY,
                "Today",
                "",
                "console/today.jte",
                frame -> today(staff.merchant(), frame));
    }

    private TaskViews.Today today(MerchantId merchant, Frame frame) {
        List<Figure> held = new ArrayList<>();
        holds.counts(merchant)
                .forEach((kind, count) ->
                        held.add(new Figure(HoldWords.title(kind), count, HoldsScreen.path(kind), "warn")));
        List<Figure> open = new ArrayList<>();
        tasks.counts(merchant)
                .forEach((kind, count) -> open.add(new Figure(
                        StaffWords.task(kind), count, TasksScreen.path(kind).toString(), "warn")));
        long needs = sum(held) + sum(open);
        Where list = new Where(OrdersScreen.PATH, Map.of());
        long stopped = orders.countHeld(merchant, null);
        return new TaskViews.Today(
                frame,
                needs,
                List.of(
                        new Figure(
                                "Came in today",
                                orders.countSince(merchant, OrdersScreen.startOfDay(frame.moments())),
                                list.with("since", "today").toString(),
                                "quiet"),
                        new Figure(
                                "Stopped by a hold",
                                stopped,
                                list.with("hold", "any").toString(),
                                stopped == 0 ? "quiet" : "warn")),
                held,
                open,
                oldest(merchant),
                setup.next(merchant));
    }

    private static long sum(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).sum();
    }

    private @Nullable Oldest oldest(MerchantId merchant) {
        OpenHold hold = holds.page(merchant, null, null, 1).stream().findFirst().orElse(null);
        Task task = tasks.page(merchant, null, null, 1).stream().findFirst().orElse(null);
        if (hold != null && (task == null || hold.openedAt().isBefore(task.openedAt()))) {
            HoldKind kind = hold.kind();
            return new Oldest(
                    "Order " + hold.storeOrderName() + ": " + HoldWords.title(kind),
                    hold.openedAt(),
                    OrdersScreen.PATH + "/" + hold.order().value());
        }
        return task == null
                ? null
                : new Oldest(
                        task.title(),
                        task.openedAt(),
                        TasksScreen.path(task.kind()).toString());
    }
}
