package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.TaskViews.Tab;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders that wait for a decision: why, what happens meanwhile, and the way out. */
@RestController
class HoldsScreen implements Listing<HoldsScreen.Row> {

    static final String PATH = "/console/holds";

    private static final Called CALLED = new Called(
            "holds",
            PATH,
            "Holds",
            "Orders that wait for a decision, oldest first.",
            StaffDesk.Place.HOLDS,
            Act.SEE_TASKS);

    private final HoldBoard holds;
    private final CustomerQuestionLookup questions;
    private final HoldBulk bulk;
    private final ListDesk lists;

    HoldsScreen(HoldBoard holds, CustomerQuestionLookup questions, HoldBulk bulk, ListDesk lists) {
        this.holds = holds;
        this.questions = questions;
        this.bulk = bulk;
        this.lists = lists;
    }

    /** A hold of the list, and what its customer was asked; null = nothing. */
    record Row(OpenHold hold, @Nullable CustomerQuestion question) {}

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(staff, typed, this, Done.sentence(typed));
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("order", "Order", row -> order(row.hold())),
                Column.of(
                        "reason",
                        "Stopped by",
                        row -> Cell.state(
                                new Mark("Hold", HoldWords.title(row.hold().kind()), "warn"))),
                Column.of("detail", "Why", row -> Cell.of(row.hold().detail())),
                Column.<Row>of(
                                "advice",
                                "What there is to do",
                                row -> Cell.quiet(HoldWords.advice(row.hold().kind())))
                        .onlyWide(),
                Column.<Row>of("answer-by", "Asked; answer due", row -> Cell.at(due(row)))
                        .labelled(),
                Column.of("since", "Since", row -> Cell.at(row.hold().openedAt())),
                Column.<Row>of(
                                "owner",
                                "Decided by",
                                row -> Cell.quiet(row.hold().kind().owner()))
                        .labelled());
    }

    private static Cell order(OpenHold hold) {
        return new Cell.Name(
                hold.storeOrderName(),
                OrdersScreen.PATH + "/" + hold.order().value(),
                hold.storeOrderName() + ", here " + hold.number(),
                false);
    }

    private static @Nullable Instant due(Row row) {
        CustomerQuestion question = row.question();
        return question == null ? null : question.answerBy();
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(ListFilter.choice(
                "kind",
                "Stopped by",
                Stream.of(HoldKind.values())
                        .map(kind -> new Choice(word(kind), HoldWords.title(kind)))
                        .toList()));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        HoldKind kind = asked.word("kind", HoldKind.values()).orElse(null);
        List<OpenHold> found = holds.page(staff.merchant(), kind, asked.afterId(), limit + 1);
        return Slice.of(found, limit, hold -> hold.id().toString()).map(shown -> {
            Map<UUID, CustomerQuestion> asks = questions.of(
                    staff.merchant(), shown.stream().map(OpenHold::id).toList());
            return shown.stream()
                    .map(hold -> new Row(hold, asks.get(hold.id())))
                    .toList();
        });
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        HoldKind kind = asked.word("kind", HoldKind.values()).orElse(null);
        return holds.counts(staff.merchant()).entrySet().stream()
                .filter(each -> kind == null || each.getKey() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public List<Tab> tabs(Staff staff, Asked asked) {
        HoldKind chosen = asked.word("kind", HoldKind.values()).orElse(null);
        Map<HoldKind, Long> counts = holds.counts(staff.merchant());
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("All", all, asked.where().with("kind", "").toString(), chosen == null));
        for (HoldKind kind : HoldKind.values()) {
            if (counts.containsKey(kind) || kind == chosen) {
                tabs.add(new Tab(
                        HoldWords.title(kind),
                        counts.getOrDefault(kind, 0L),
                        asked.where().with("kind", word(kind)).toString(),
                        kind == chosen));
            }
        }
        return tabs;
    }

    /** The list of one kind. */
    static String path(@Nullable HoldKind kind) {
        return new Where(PATH, Map.of())
                .with("kind", kind == null ? "" : word(kind))
                .toString();
    }

    @Override
    public String key(Row row) {
        return row.hold().id().toString();
    }

    @Override
    public List<RowAct> acts(Staff staff, Row row) {
        OpenHold hold = row.hold();
        return OrderScreen.mayRelease(staff, hold.kind())
                ? List.of(new RowAct(
                        "/console/holds/release",
                        "Release",
                        "Release order " + hold.storeOrderName(),
                        false,
                        Map.of("hold", hold.id().toString(), "from", "list"),
                        null))
                : List.of();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(bulk);
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "Nothing is stopped",
                "An order that cannot go appears here with the reason and the ways out.",
                "Look at the orders",
                OrdersScreen.PATH);
    }

    private static String word(HoldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
