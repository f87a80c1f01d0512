package dev.baton.console;

import dev.baton.console.TaskViews.HoldRow;
import dev.baton.console.TaskViews.Tab;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders that wait for a decision: why, what happens meanwhile, and the way out. */
@RestController
class HoldsScreen {

    static final String PATH = "/console/holds";

    private static final int ROWS = 50;

    private final HoldBoard holds;
    private final StaffDesk desk;

    HoldsScreen(HoldBoard holds, StaffDesk desk) {
        this.holds = holds;
        this.desk = desk;
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.HOLDS,
                "Holds",
                Done.sentence(typed),
                "console/holds.jte",
                frame -> list(staff, typed, frame));
    }

    private TaskViews.Holds list(Staff staff, Typed typed, Frame frame) {
        HoldKind kind = typed.word("kind", HoldKind.values()).orElse(null);
        UUID after = typed.id("after").orElse(null);
        List<OpenHold> found = holds.page(staff.merchant(), kind, after, ROWS + 1);
        List<OpenHold> shown = found.subList(0, Math.min(ROWS, found.size()));
        Where here = here(kind);
        return new TaskViews.Holds(
                frame,
                tabs(holds.counts(staff.merchant()), kind),
                shown.stream().map(hold -> row(staff, hold)).toList(),
                found.size() > ROWS
                        ? here.with("after", shown.getLast().id().toString()).toString()
                        : null,
                after == null ? null : here.toString());
    }

    private static Where here(@Nullable HoldKind kind) {
        return new Where(PATH, Map.of()).with("kind", kind == null ? "" : word(kind));
    }

    /** The list of one kind. */
    static String path(HoldKind kind) {
        return here(kind).toString();
    }

    private static List<Tab> tabs(Map<HoldKind, Long> counts, @Nullable HoldKind chosen) {
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("All", all, PATH, chosen == null));
        for (HoldKind kind : HoldKind.values()) {
            if (counts.containsKey(kind) || kind == chosen) {
                tabs.add(new Tab(HoldWords.title(kind), counts.getOrDefault(kind, 0L), path(kind), kind == chosen));
            }
        }
        return tabs;
    }

    private static HoldRow row(Staff staff, OpenHold hold) {
        return new HoldRow(
                hold.id().toString(),
                hold.number(),
                hold.storeOrderName(),
                OrdersScreen.PATH + "/" + hold.order().value(),
                HoldWords.title(hold.kind()),
                hold.detail(),
                HoldWords.advice(hold.kind()),
                hold.kind().owner(),
                hold.openedAt(),
                OrderScreen.mayRelease(staff, hold.kind()));
    }

    private static String word(HoldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
