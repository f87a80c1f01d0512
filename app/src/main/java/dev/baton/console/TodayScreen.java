package dev.baton.console;

import dev.baton.console.TaskViews.Figure;
import dev.baton.console.TaskViews.Oldest;
import dev.baton.inventory.StockAlertLookup;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.OrderBoard;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.purchasing.PurchaseOrderBoard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the day needs; every figure opens the list it counts. */
@RestController
class TodayScreen {

    private static final int MOST_OLDEST = 5;

    private final OrderBoard orders;
    private final PurchaseListing purchases;
    private final ParcelListing parcels;
    private final HoldBoard holds;
    private final TaskBoard tasks;
    private final StockAlertLookup alerts;
    private final PlanMornings mornings;
    private final SetupPage setup;
    private final TodayPlots plots;
    private final StaffDesk desk;

    TodayScreen(
            OrderBoard orders,
            PurchaseListing purchases,
            ParcelListing parcels,
            HoldBoard holds,
            TaskBoard tasks,
            StockAlertLookup alerts,
            PlanMornings mornings,
            SetupPage setup,
            TodayPlots plots,
            StaffDesk desk) {
        this.orders = orders;
        this.purchases = purchases;
        this.parcels = parcels;
        this.holds = holds;
        this.tasks = tasks;
        this.alerts = alerts;
        this.mornings = mornings;
        this.setup = setup;
        this.plots = plots;
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
                        held.add(new Figure(HoldWords.title(kind), count, ExceptionsScreen.path(kind), "warn")));
        List<Figure> open = new ArrayList<>();
        tasks.counts(merchant)
                .forEach((kind, count) -> open.add(new Figure(
                        StaffWords.task(kind),
                        count,
                        ExceptionsScreen.path(kind).toString(),
                        "warn")));
        long needs = sum(held) + sum(open);
        List<Oldest> oldest = oldest(merchant);
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
                                stopped == 0 ? "quiet" : "warn"),
                        late(merchant, frame.moments()),
                        parcels.lost(merchant)),
                held,
                open,
                stock(merchant),
                oldest.isEmpty() ? null : oldest.getFirst(),
                setup.next(merchant),
                List.of(plots.hours(merchant, frame.moments()), plots.promises(merchant, frame.moments())),
                Stream.of(
                                plots.waiting(merchant, frame.moments()),
                                plots.oldest(oldest, frame.moments()),
                                plots.money(merchant, frame.moments()))
                        .filter(bars -> !bars.rows().isEmpty())
                        .toList());
    }

    /** Purchase orders their suppliers should have by now. */
    private Figure late(MerchantId merchant, Moments moments) {
        long late = purchases.counts(merchant, moments.now()).values().stream()
                .mapToLong(PurchaseOrderBoard.Counted::late)
                .sum();
        return new Figure(
                "Purchase orders past their send-by time",
                late,
                new Where(PurchaseListing.PATH, Map.of("sending", "late")).toString(),
                late == 0 ? "quiet" : "warn");
    }

    /** Open alerts about stock: they are no call for a person, their tasks are. */
    private List<Figure> stock(MerchantId merchant) {
        List<Figure> figures = new ArrayList<>();
        alerts.open(merchant).forEach((kind, count) -> {
            if (count > 0) {
                figures.add(new Figure(
                        AlertWords.title(kind),
                        count,
                        AlertListing.path(kind),
                        AlertWords.mood(kind).equals("good") ? "quiet" : "warn"));
            }
        });
        return figures;
    }

    private static long sum(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).sum();
    }

    /** What waits longest, the longest first. */
    private List<Oldest> oldest(MerchantId merchant) {
        return Stream.concat(
                        holds.page(merchant, null, null, MOST_OLDEST).stream()
                                .map(hold -> new Oldest(
                                        "Order " + hold.storeOrderName() + ": " + HoldWords.title(hold.kind()),
                                        hold.openedAt(),
                                        OrdersScreen.PATH + "/" + hold.order().value())),
                        tasks.page(merchant, null, null, MOST_OLDEST).stream()
                                .map(task ->
                                        new Oldest(task.title(), task.openedAt(), ExceptionScreen.path(task.id()))))
                .sorted(Comparator.comparing(Oldest::since))
                .limit(MOST_OLDEST)
                .toList();
    }
}
