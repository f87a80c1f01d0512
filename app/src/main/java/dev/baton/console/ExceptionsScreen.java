package dev.baton.console;

import dev.baton.console.ExceptionViews.Row;
import dev.baton.console.TaskViews.Tab;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that needs a person, oldest first: holds and tasks in one list, for ids of both grow with time. */
@RestController
class ExceptionsScreen {

    static final String PATH = "/console/exceptions";

    private static final int ROWS = 25;
    private static final int MOST_OF_ONE = 200;

    private final HoldBoard holds;
    private final TaskBoard tasks;
    private final ExceptionRows rows;
    private final HandOvers handOvers;
    private final StaffDesk desk;

    ExceptionsScreen(Boards boards, ExceptionRows rows, HandOvers handOvers, StaffDesk desk) {
        this.holds = boards.holds();
        this.tasks = boards.tasks();
        this.rows = rows;
        this.handOvers = handOvers;
        this.desk = desk;
    }

    /** Where exceptions stand. */
    @Component
    record Boards(HoldBoard holds, TaskBoard tasks) {}

    /** One exception: a hold or a task. */
    record Either(@Nullable OpenHold hold, @Nullable Task task) {

        UUID id() {
            return hold == null ? java.util.Objects.requireNonNull(task).id() : hold.id();
        }
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.EXCEPTIONS,
                "Exceptions",
                Done.sentence(typed),
                "console/exceptions.jte",
                frame -> list(staff, typed, frame));
    }

    private ExceptionViews.Exceptions list(Staff staff, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        boolean mine = typed.text("mine").equals("yes");
        String kind = mine ? "" : typed.text("kind");
        UUID after = typed.id("after").orElse(null);
        List<Either> own = own(staff);
        List<Either> found = mine ? own : page(merchant, kind, after);
        List<Either> shown = found.subList(0, Math.min(mine ? MOST_OF_ONE : ROWS, found.size()));
        Where here = path(kind);
        return new ExceptionViews.Exceptions(
                frame,
                tabs(merchant, kind, mine),
                new Tab("Handed to you", own.size(), PATH + "?mine=yes", mine),
                list(staff, shown, frame.moments()),
                found.size() > shown.size()
                        ? here.with("after", shown.getLast().id().toString()).toString()
                        : null,
                after == null ? null : here.toString());
    }

    private List<Row> list(Staff staff, List<Either> shown, Moments moments) {
        return rows.of(staff, shown, moments);
    }

    private List<Either> own(Staff staff) {
        List<UUID> held = handOvers.heldBy(staff.merchant(), staff.person(), MOST_OF_ONE);
        return held.isEmpty()
                ? List.of()
                : merged(holds.open(staff.merchant(), held), tasks.open(staff.merchant(), held), MOST_OF_ONE);
    }

    private List<Either> page(MerchantId merchant, String kind, @Nullable UUID after) {
        Optional<HoldKind> hold = hold(kind);
        return merged(
                kind.isEmpty() || hold.isPresent()
                        ? holds.page(merchant, hold.orElse(null), after, ROWS + 1)
                        : List.of(),
                hold.isPresent() ? List.of() : tasks.page(merchant, kind.isEmpty() ? null : kind, after, ROWS + 1),
                ROWS + 1);
    }

    private static List<Either> merged(List<OpenHold> held, List<Task> open, int limit) {
        return Stream.concat(
                        held.stream().map(hold -> new Either(hold, null)),
                        open.stream().map(task -> new Either(null, task)))
                // as the database orders ids: by their digits
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .limit(limit)
                .toList();
    }

    private static Optional<HoldKind> hold(String kind) {
        return Stream.of(HoldKind.values())
                .filter(each -> word(each).equals(kind))
                .findFirst();
    }

    private static String word(HoldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The list of one kind of hold. */
    static String path(HoldKind kind) {
        return path(word(kind)).toString();
    }

    /** The list of one kind; empty = of all. */
    static Where path(String kind) {
        return new Where(PATH, Map.of()).with("kind", kind);
    }

    private List<Tab> tabs(MerchantId merchant, String chosen, boolean mine) {
        Map<HoldKind, Long> held = holds.counts(merchant);
        Map<String, Long> open = tasks.counts(merchant);
        List<Tab> tabs = new ArrayList<>();
        long all = Stream.concat(held.values().stream(), open.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        tabs.add(new Tab("All", all, PATH, chosen.isEmpty() && !mine));
        held.forEach((kind, count) -> tabs.add(
                new Tab(HoldWords.title(kind), count, path(kind), word(kind).equals(chosen))));
        open.forEach((kind, count) ->
                tabs.add(new Tab(StaffWords.task(kind), count, path(kind).toString(), kind.equals(chosen))));
        return tabs;
    }
}
