package dev.baton.console;

import dev.baton.console.Handovers.Handover;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.TaskViews.Tab;
import dev.baton.console.TaskViews.TaskRow;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only a person can decide: what is true, what happens if nothing is done, and where to go. */
@RestController
class TasksScreen implements Listing<TaskRow> {

    static final String PATH = "/console/tasks";
    static final String CLOSE = PATH + "/close";

    private static final Called CALLED = new Called(
            "tasks",
            PATH,
            "Tasks",
            "What only a person can decide, oldest first.",
            StaffDesk.Place.TASKS,
            Act.SEE_TASKS);

    private final TaskBoard tasks;
    private final CloseTask closing;
    private final TaskSubjects subjects;
    private final Handovers handovers;
    private final People people;
    private final TaskBulk bulk;
    private final ListDesk lists;

    TasksScreen(
            TaskBoard tasks,
            CloseTask closing,
            TaskSubjects subjects,
            Handovers handovers,
            People people,
            TaskBulk bulk,
            ListDesk lists) {
        this.tasks = tasks;
        this.closing = closing;
        this.subjects = subjects;
        this.handovers = handovers;
        this.people = people;
        this.bulk = bulk;
        this.lists = lists;
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(staff, typed, this, Done.sentence(typed));
    }

    @Does(Act.CLOSE_TASK)
    @PostMapping(CLOSE)
    ResponseEntity<String> close(Staff staff, Typed typed) {
        UUID task = typed.id("task").orElseThrow(TasksScreen::nothing);
        if (!closing.close(staff.merchant(), task, typed.text("note"))) {
            throw nothing();
        }
        return typed.text("back").equals(ExceptionsScreen.PATH)
                ? Done.CLOSED.at(ExceptionsScreen.PATH)
                : Answer.seeOther(
                        path(typed.text("kind")).with("done", "closed").toString());
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<TaskRow>> columns() {
        return List.of(
                Column.of("task", "Task", row -> Cell.name(row.title(), ExceptionsScreen.PATH + "/" + row.id())),
                Column.of("about", "About", row -> Cell.of(row.about())),
                Column.of("detail", "What happens, and the way out", row -> Cell.quiet(row.detail())),
                Column.<TaskRow>of("kind", "Kind", row -> Cell.of(row.kind())).onlyChosen(),
                Column.of("since", "Since", row -> Cell.at(row.since())),
                Column.<TaskRow>of("with", "With", row -> Cell.of(row.with())).labelled(),
                Column.<TaskRow>of("note", "Note", row -> Cell.quiet(row.note()))
                        .onlyWide());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.choice(
                        "kind",
                        "Kind",
                        tasks.counts(staff.merchant()).keySet().stream()
                                .map(kind -> new Choice(kind, StaffWords.task(kind)))
                                .toList(),
                        StaffWords.tasks()),
                ListFilter.choice(
                        "with",
                        "With",
                        people.of(staff.merchant()).stream()
                                .map(member -> new Choice(
                                        member.person().value().toString(),
                                        member.person().equals(staff.person()) ? "Me" : member.email()))
                                .toList()));
    }

    @Override
    public Slice<TaskRow> page(Staff staff, Asked asked, int limit) {
        UUID with = Typed.uuid(asked.text("with")).orElse(null);
        if (with == null) {
            List<Task> found = tasks.page(staff.merchant(), asked.orNull("kind"), asked.afterId(), limit + 1);
            return Slice.of(found, limit, task -> task.id().toString()).map(shown -> rows(staff, shown));
        }
        List<UUID> handed = handovers.to(staff, new PersonId(with), asked.afterId(), limit + 1);
        Slice<UUID> slice = Slice.of(handed, limit, UUID::toString);
        List<Task> open = tasks.of(staff.merchant(), slice.rows()).stream()
                .filter(task -> !asked.has("kind") || task.kind().equals(asked.text("kind")))
                .toList();
        return new Slice<>(rows(staff, open), slice.after(), slice.after() != null && open.size() < limit);
    }

    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        if (asked.has("with")) {
            return null;
        }
        return tasks.counts(staff.merchant()).entrySet().stream()
                .filter(each -> !asked.has("kind") || each.getKey().equals(asked.text("kind")))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public List<Tab> tabs(Staff staff, Asked asked) {
        if (asked.has("with")) {
            return List.of();
        }
        Map<String, Long> counts = tasks.counts(staff.merchant());
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("All", all, asked.where().with("kind", "").toString(), !asked.has("kind")));
        counts.forEach((kind, count) -> tabs.add(new Tab(
                StaffWords.task(kind),
                count,
                asked.where().with("kind", kind).toString(),
                kind.equals(asked.text("kind")))));
        return tabs;
    }

    /** The list of one kind; empty = of all. */
    static Where path(String kind) {
        return new Where(PATH, Map.of()).with("kind", kind);
    }

    private List<TaskRow> rows(Staff staff, List<Task> shown) {
        MerchantId merchant = staff.merchant();
        Map<UUID, TaskSubjects.Subject> about = subjects.of(merchant, shown);
        Map<UUID, Handover> handed =
                handovers.of(staff, shown.stream().map(Task::id).toList());
        Map<PersonId, String> names = handed.isEmpty()
                ? Map.of()
                : people.of(merchant).stream().collect(Collectors.toMap(MemberView::person, MemberView::email));
        return shown.stream()
                .map(task -> row(task, about.get(task.subject()), handed.get(task.id()), names))
                .toList();
    }

    private static TaskRow row(
            Task task, TaskSubjects.@Nullable Subject about, @Nullable Handover handed, Map<PersonId, String> names) {
        return new TaskRow(
                task.id().toString(),
                StaffWords.task(task.kind()),
                task.title(),
                task.detail(),
                task.openedAt(),
                about == null ? null : about.name(),
                about == null ? null : about.path(),
                handed == null ? "" : names.getOrDefault(handed.to(), "a former colleague"),
                handed == null ? "" : handed.note(),
                task.kind());
    }

    @Override
    public String key(TaskRow row) {
        return row.id();
    }

    @Override
    public List<RowAct> acts(Staff staff, TaskRow row) {
        return staff.may(Act.CLOSE_TASK)
                ? List.of(new RowAct(CLOSE, "Close", "Close: " + row.title(), false, Map.of("task", row.id()), null))
                : List.of();
    }

    @Override
    public List<BulkAct> bulk() {
        return bulk.all();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "No open task",
                "Whatever Baton cannot settle by itself appears here, with what happens if nobody does anything.",
                "Go to today",
                "/console");
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no open task of that id.");
    }
}
