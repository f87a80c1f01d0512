package dev.baton.console;

import dev.baton.console.ExceptionViews.Question;
import dev.baton.console.ExceptionViews.Row;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SievedExceptions.Age;
import dev.baton.console.TaskViews.Tab;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.People;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import dev.baton.suppliers.SupplierLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that needs a person, oldest first: holds and tasks in one list, for ids of both grow with time. */
@RestController
class ExceptionsScreen implements TabbedListing<Row> {

    static final String PATH = "/console/exceptions";

    private static final Called CALLED = new Called(
            "exceptions",
            PATH,
            "Exceptions",
            "What needs a person, oldest first: why, and the ways out.",
            StaffDesk.Place.EXCEPTIONS,
            Act.SEE_TASKS);

    /** Shown as tabs even when nobody narrowed the list. */
    private static final List<Choice> SORTS =
            List.of(new Choice(SievedExceptions.HOLDS, "Holds"), new Choice(SievedExceptions.TASKS, "Tasks"));

    private final SievedExceptions sieve;
    private final ExceptionRows rows;
    private final ExceptionBulk bulk;
    private final Narrowing narrowing;
    private final ListDesk lists;

    ExceptionsScreen(
            SievedExceptions sieve, ExceptionRows rows, ExceptionBulk bulk, Narrowing narrowing, ListDesk lists) {
        this.sieve = sieve;
        this.rows = rows;
        this.bulk = bulk;
        this.narrowing = narrowing;
        this.lists = lists;
    }

    /** What there is to narrow by. */
    @Component
    record Narrowing(TaskBoard tasks, People people, MerchantLookup merchants, SupplierLookup suppliers) {}

    /** Where exceptions stand. */
    @Component
    record Boards(HoldBoard holds, TaskBoard tasks) {}

    /** One exception: a hold or a task. */
    record Either(@Nullable OpenHold hold, @Nullable Task task) {

        UUID id() {
            return hold == null ? Objects.requireNonNull(task).id() : hold.id();
        }

        Instant since() {
            return hold == null ? Objects.requireNonNull(task).openedAt() : hold.openedAt();
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
                Column.<Row>of("kind", "Kind", row -> Cell.state(new Mark("Kind", row.kind(), "warn")))
                        .onlyChosen(),
                Column.of("why", "Why, and what happens", row -> Cell.filling(why(row))),
                Column.<Row>of("about", "About", row -> Cell.of(row.about())).onlyChosen(),
                Column.<Row>of("asked", "Customer asked", row -> asked(row, Question::at))
                        .labelled()
                        .onlyChosen(),
                Column.<Row>of("answer-by", "Answer due", row -> asked(row, Question::answerBy))
                        .labelled()
                        .onlyChosen(),
                Column.of("since", "Since", row -> Cell.at(row.since())),
                Column.<Row>of("with", "With", ExceptionsScreen::with).labelled(),
                Column.<Row>of("decides", "Decided by", row -> Cell.quiet(row.decides()))
                        .onlyChosen());
    }

    private static Cell asked(Row row, Function<Question, Instant> when) {
        Question asked = row.asked();
        return asked == null ? Cell.NONE : Cell.at(when.apply(asked));
    }

    private static Cell with(Row row) {
        return row.holder() == null || row.note().isEmpty()
                ? Cell.of(row.holder())
                : Cell.of(row.holder() + ": " + row.note());
    }

    private static String why(Row row) {
        return row.advice().isEmpty() ? row.detail() : row.detail() + " " + row.advice();
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        MerchantId merchant = staff.merchant();
        List<Choice> people = new ArrayList<>(narrowing.people().of(merchant).stream()
                .map(member -> new Choice(
                        member.person().value().toString(),
                        member.person().equals(staff.person()) ? "Me" : member.email()))
                .toList());
        people.add(new Choice(SievedExceptions.NOBODY, "Nobody"));
        return List.of(
                ListFilter.choice("of", "Holds or tasks", SORTS),
                ListFilter.choice("kind", "Kind", kinds(merchant), StaffWords.tasks()),
                ListFilter.choice(
                        "store",
                        "Store",
                        narrowing.merchants().stores(merchant).stream()
                                .map(store -> new Choice(store.id().value().toString(), store.name()))
                                .toList()),
                ListFilter.choice(
                        "supplier",
                        "Supplier",
                        narrowing.suppliers().all(merchant).stream()
                                .map(terms -> new Choice(terms.id().value().toString(), terms.name()))
                                .toList()),
                ListFilter.choice(
                        "age",
                        "Waits",
                        Stream.of(Age.values())
                                .map(age -> new Choice(age.name().toLowerCase(Locale.ROOT), age.label))
                                .toList()),
                ListFilter.choice("with", "With", people),
                ListFilter.choice(
                        "asked",
                        "Customer",
                        List.of(
                                new Choice(SievedExceptions.ASKED, "was asked"),
                                new Choice(SievedExceptions.UNASKED, "could be asked"))));
    }

    private List<Choice> kinds(MerchantId merchant) {
        List<Choice> kinds = new ArrayList<>();
        Stream.of(HoldKind.values())
                .forEach(kind -> kinds.add(new Choice(SievedExceptions.word(kind), HoldWords.title(kind))));
        narrowing.tasks().counts(merchant).keySet().forEach(kind -> kinds.add(new Choice(kind, StaffWords.task(kind))));
        return kinds;
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        return sieve.page(staff, asked, limit).map(shown -> rows.of(staff, shown, asked.moments()));
    }

    /** The list of one kind of hold. */
    static String path(HoldKind kind) {
        return path(SievedExceptions.word(kind)).toString();
    }

    /** The list of holds only, or of tasks only. */
    static String only(String sort) {
        return new Where(PATH, Map.of()).with("of", sort).toString();
    }

    /** The list of one kind; empty = of all. */
    static Where path(String kind) {
        return new Where(PATH, Map.of()).with("kind", kind);
    }

    @Override
    public Totals totals(Staff staff, Asked asked) {
        Map<String, Long> counts = sieve.counts(staff, asked);
        return counts == null
                ? new Totals(null, List.of())
                : new Totals(count(counts, asked), tabs(staff, counts, asked));
    }

    private static long count(Map<String, Long> counts, Asked asked) {
        return sum(
                counts,
                kind -> isOf(asked.text("of"), kind) && (!asked.has("kind") || kind.equals(asked.text("kind"))));
    }

    private static long sum(Map<String, Long> counts, Predicate<String> which) {
        return counts.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isOf(String sort, String kind) {
        return sort.isEmpty() || sort.equals(SievedExceptions.HOLDS) == SievedExceptions.isHold(kind);
    }

    private List<Tab> tabs(Staff staff, Map<String, Long> counts, Asked asked) {
        Map<String, String> titles = new HashMap<>();
        kinds(staff.merchant()).forEach(kind -> titles.put(kind.value(), kind.label()));
        String sort = asked.text("of");
        Where any = asked.where().with("kind", "").with("of", "");
        boolean bare = !asked.has("kind");
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("All", sum(counts, kind -> true), any.toString(), bare && sort.isEmpty()));
        SORTS.forEach(each -> tabs.add(new Tab(
                each.label(),
                sum(counts, kind -> isOf(each.value(), kind)),
                any.with("of", each.value()).toString(),
                bare && sort.equals(each.value()))));
        counts.forEach((kind, count) -> {
            if (isOf(sort, kind)) {
                tabs.add(new Tab(
                        titles.getOrDefault(kind, kind),
                        count,
                        asked.where().with("kind", kind).toString(),
                        kind.equals(asked.text("kind"))));
            }
        });
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
    public List<BulkAct> bulk() {
        return bulk.all();
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
