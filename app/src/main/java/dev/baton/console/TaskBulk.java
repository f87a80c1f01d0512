package dev.baton.console;

import dev.baton.console.Handovers.Handover;
import dev.baton.console.ListViews.Effect;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.ReopenTask;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many tasks at once: say they are done, or hand them over. */
@Component
class TaskBulk {

    private static final BulkAct.Given NOTE = new BulkAct.Given("note", "Note", false, List.of(), null);

    private final TaskBoard board;
    private final CloseTask closing;
    private final ReopenTask reopening;
    private final Handovers handovers;
    private final Tenancy tenancy;
    private final Colleagues colleagues;

    TaskBulk(
            TaskBoard board,
            CloseTask closing,
            ReopenTask reopening,
            Handovers handovers,
            Tenancy tenancy,
            Colleagues colleagues) {
        this.board = board;
        this.closing = closing;
        this.reopening = reopening;
        this.handovers = handovers;
        this.tenancy = tenancy;
        this.colleagues = colleagues;
    }

    /** Who there is to hand work to, and where it is written down. */
    @Component
    record Colleagues(People people, Audit audit) {}

    List<BulkAct> all() {
        return List.of(new Close(), new HandOver());
    }

    private List<Effect> effects(Staff staff, List<String> keys, Function<Task, String> said) {
        List<UUID> ids = keys.stream().flatMap(key -> Typed.uuid(key).stream()).toList();
        return board.of(staff.merchant(), ids).stream()
                .map(task -> new Effect(
                        task.id().toString(),
                        task.title(),
                        TasksScreen.path(task.kind()).toString(),
                        said.apply(task),
                        true))
                .toList();
    }

    static String tasks(int rows) {
        return rows == 1 ? "1 task" : rows + " tasks";
    }

    /** Says that tasks are done. */
    private final class Close implements BulkAct {

        @Override
        public String key() {
            return "close";
        }

        @Override
        public String label() {
            return "Close";
        }

        @Override
        public Act act() {
            return Act.CLOSE_TASK;
        }

        @Override
        public String question(int rows) {
            return "Close " + tasks(rows);
        }

        @Override
        public Given given(Staff staff) {
            return NOTE;
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(staff, keys, task -> "is closed; it comes back should the matter stay as it is");
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            return closing.close(staff.merchant(), UUID.fromString(key), given.text("note")) ? key : null;
        }

        @Override
        public String done(int rows) {
            return tasks(rows) + (rows == 1 ? " is closed." : " are closed.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            return reopening.reopen(staff.merchant(), UUID.fromString(handle));
        }
    }

    /** Gives tasks to somebody, with a note. */
    private final class HandOver implements BulkAct {

        @Override
        public String key() {
            return "hand-over";
        }

        @Override
        public String label() {
            return "Hand over";
        }

        @Override
        public Act act() {
            return Act.CLOSE_TASK;
        }

        @Override
        public String question(int rows) {
            return "Hand over " + tasks(rows);
        }

        @Override
        public Given given(Staff staff) {
            List<ListFilter.Choice> all = colleagues.people().of(staff.merchant()).stream()
                    .map(member -> new ListFilter.Choice(member.person().value().toString(), member.email()))
                    .toList();
            return new Given("person", "To", true, all, NOTE);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(staff, keys, task -> "stands on that person's list, and stays on everybody's");
        }

        @Override
        public String apply(Staff staff, String key, Typed given) {
            MerchantId merchant = staff.merchant();
            PersonId to = colleagues.people().of(merchant).stream()
                    .map(MemberView::person)
                    .filter(person -> person.value().toString().equals(given.text("person")))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(CommonProblem.INVALID_FIELD, "Choose somebody who works here.", "person"));
            UUID task = UUID.fromString(key);
            tenancy.run(merchant, () -> {
                Handover before = handovers.of(staff, List.of(task)).get(task);
                handovers.put(staff, task, to, given.text("note"));
                record(merchant, task, before == null ? null : before.to(), to);
            });
            return key;
        }

        private void record(MerchantId merchant, UUID task, @Nullable PersonId from, @Nullable PersonId to) {
            colleagues
                    .audit()
                    .record(
                            merchant,
                            List.of(new AuditEntry(
                                    "HandOver",
                                    "task",
                                    task,
                                    from == null ? null : from.value().toString(),
                                    to == null ? null : to.value().toString(),
                                    null)));
        }

        @Override
        public String done(int rows) {
            return tasks(rows) + (rows == 1 ? " is handed over." : " are handed over.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            UUID task = UUID.fromString(handle);
            return tenancy.inTransaction(staff.merchant(), () -> {
                boolean dropped = handovers.drop(staff, task);
                if (dropped) {
                    record(staff.merchant(), task, null, null);
                }
                return dropped;
            });
        }
    }
}
