package dev.baton.console;

import dev.baton.console.ExceptionViews.Row;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.TaskViews.Tab;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
class ExceptionsScreen implements Listing<Row> {

    static final String PATH = "/console/exceptions";

    private static final Called CALLED = new Called(
            "exceptions",
            PATH,
            "Exceptions",
            "What needs a person, oldest first: why, and the ways out.",
            StaffDesk.Place.EXCEPTIONS,
            Act.SEE_TASKS);

    private final HoldBoard holds;
    private final TaskBoard tasks;
    private final ExceptionRows rows;
    private final Handovers handovers;
    private final People people;
    private final ListDesk lists;

    ExceptionsScreen(Boards boards, ExceptionRows rows, Handovers handovers, People people, ListDesk lists) {
        this.holds = boards.holds();
        this.tasks = boards.tasks();
        this.rows = rows;
        this.handovers = handovers;
        this.people = people;
        this.lists = lists;
    }

    /** Where exceptions stand. */
    @Component
    record Boards(HoldBoard holds, TaskBoard tasks) {}

    /** One exception: a hold or a task. */
    record Either(@Nullable OpenHold hold, @Nullable Task task) {

        UUID id() {
            return hold == null ? Objects.requireNonNull(task).id() : hold.id();
        }
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(
                staff,
                typed,
                this,
                typed.text("gone").equals("yes") ? "This is settled already." : Done.sentence(typed));
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("what", "What", row -> Cell.name(row.title(), row.path())),
                Column.of("kind", "Kind", row -> Cell.state(new Mark("Kind", row.kind(), "warn"))),
                Column.of("why", "Why, and what happens", row -> Cell.quiet(why(row))),
                Column.<Row>of("about", "About", row -> Cell.of(row.about())).onlyChosen(),
                Column.of("since", "Since", row -> Cell.at(row.since())),
                Column.<Row>of("with", "With", row -> Cell.of(row.holder())).labelled());
    }

    private static String why(Row row) {
        return row.advice().isEmpty() ? row.detail() : row.detail() + " " + row.advice();
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.choice("kind", "Kind", kinds(staff.merchant()), StaffWords.tasks()),
                ListFilter.choice(
                        "with",
                        "With",
                        people.of(staff.merchant()).stream()
                                .map(member -> new Choice(
                                        member.person().value().toString(),
                                        member.person().equals(staff.person()) ? "Me" : member.email()))
                                .toList()));
    }

    private List<Choice> kinds(MerchantId merchant) {
        List<Choice> kinds = new ArrayList<>();
        Stream.of(HoldKind.values()).forEach(kind -> kinds.add(new Choice(word(kind), HoldWords.title(kind))));
        tasks.counts(merchant).keySet().forEach(kind -> kinds.add(new Choice(kind, StaffWords.task(kind))));
        return kinds;
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        UUID with = Typed.uuid(asked.text("with")).orElse(null);
        if (with == null) {
            List<Either> found = page(staff.merchant(), asked, limit + 1);
            return Slice.of(found, limit, each -> each.id().toString())
                    .map(shown -> rows.of(staff, shown, asked.moments()));
        }
        List<UUID> handed = handovers.to(staff, new PersonId(with), asked.afterId(), limit + 1);
        Slice<UUID> slice = Slice.of(handed, limit, UUID::toString);
        List<Either> open =
                merged(holds.of(staff.merchant(), slice.rows()), tasks.of(staff.merchant(), slice.rows()), limit)
                        .stream()
                        .filter(each -> !asked.has("kind") || kind(each).equals(asked.text("kind")))
                        .toList();
        return new Slice<>(
                rows.of(staff, open, asked.moments()), slice.after(), slice.after() != null && open.size() < limit);
    }

    private List<Either> page(MerchantId merchant, Asked asked, int limit) {
        Optional<HoldKind> hold = asked.word("kind", HoldKind.values());
        UUID after = asked.afterId();
        return merged(
                hold.isPresent() || !asked.has("kind")
                        ? holds.page(merchant, hold.orElse(null), after, limit)
                        : List.of(),
                hold.isPresent() ? List.of() : tasks.page(merchant, asked.orNull("kind"), after, limit),
                limit);
    }

    /** As the database orders ids: by their digits. */
    private static List<Either> merged(List<OpenHold> held, List<Task> open, int limit) {
        return Stream.concat(
                        held.stream().map(hold -> new Either(hold, null)),
                        open.stream().map(task -> new Either(null, task)))
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .limit(limit)
                .toList();
    }

    private static String kind(Either each) {
        OpenHold hold = each.hold();
        return hold == null ? Objects.requireNonNull(each.task()).kind() : word(hold.kind());
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

    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        return asked.has("with")
                ? null
                : counts(staff.merchant()).entrySet().stream()
                        .filter(each -> !asked.has("kind") || each.getKey().equals(asked.text("kind")))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    private Map<String, Long> counts(MerchantId merchant) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        holds.counts(merchant).forEach((kind, count) -> counts.put(word(kind), count));
        counts.putAll(tasks.counts(merchant));
        return counts;
    }

    @Override
    public List<Tab> tabs(Staff staff, Asked asked) {
        if (asked.has("with")) {
            return List.of();
        }
        Map<String, Long> counts = counts(staff.merchant());
        Map<String, String> titles = new HashMap<>();
        kinds(staff.merchant()).forEach(kind -> titles.put(kind.value(), kind.label()));
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("All", all, asked.where().with("kind", "").toString(), !asked.has("kind")));
        counts.forEach((kind, count) -> tabs.add(new Tab(
                titles.getOrDefault(kind, kind),
                count,
                asked.where().with("kind", kind).toString(),
                kind.equals(asked.text("kind")))));
        return tabs;
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    /** What one click does. */
    @Override
    public List<RowAct> acts(Staff staff, Row row) {
        return row.quick().stream()
                .map(way -> new RowAct(
                        way.path(),
                        way.title(),
                        way.title() + ": " + row.title(),
                        way.mood().equals("bad"),
                        way.hidden(),
                        null))
                .toList();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "Nothing needs you",
                "What Baton cannot settle by itself appears here, with why, what happens if nobody does anything, and the"
                        + " ways out.",
                "Look at the orders",
                OrdersScreen.PATH);
    }
}
