package dev.baton.console;

import dev.baton.console.ExceptionsScreen.Boards;
import dev.baton.console.Handovers.Handover;
import dev.baton.console.ListViews.Effect;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.orders.OpenHold;
import dev.baton.orders.ReleaseHolds;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.ReopenTask;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many exceptions at once: let holds go, say that tasks are done, hand either over, give away. */
@Component
class ExceptionBulk {

    private static final BulkAct.Given NOTE = new BulkAct.Given("note", "Note", false, List.of(), null);

    private final Boards boards;
    private final ReleaseHolds releases;
    private final Closing closing;
    private final Handovers handovers;
    private final Tenancy tenancy;
    private final Colleagues colleagues;
    private final ExceptionGiving giving;

    ExceptionBulk(
            Boards boards,
            ReleaseHolds releases,
            Closing closing,
            Handovers handovers,
            Tenancy tenancy,
            Colleagues colleagues,
            ExceptionGiving giving) {
        this.boards = boards;
        this.releases = releases;
        this.closing = closing;
        this.handovers = handovers;
        this.tenancy = tenancy;
        this.colleagues = colleagues;
        this.giving = giving;
    }

    /** To say that a task is done, and to take that back. */
    @Component("exceptionClosing")
    record Closing(CloseTask closing, ReopenTask reopening) {}

    /** Who there is to hand work to, and where it is written down. */
    @Component("exceptionColleagues")
    record Colleagues(People people, Audit audit) {}

    List<BulkAct> all() {
        return List.of(new Release(), new Close(), new HandOver(), giving);
    }

    /** Holds first, then tasks, each in its order. */
    private List<Effect> effects(
            Staff staff, List<String> keys, Function<OpenHold, Fate> held, Function<Task, Fate> open) {
        List<UUID> ids = keys.stream().flatMap(key -> Typed.uuid(key).stream()).toList();
        List<Effect> effects = new ArrayList<>();
        boards.holds().of(staff.merchant(), ids).forEach(hold -> {
            Fate fate = held.apply(hold);
            effects.add(new Effect(
                    hold.id().toString(),
                    "Order " + hold.storeOrderName(),
                    ExceptionScreen.path(hold.id()),
                    HoldWords.title(hold.kind()) + ": " + fate.words,
                    fate.will));
        });
        boards.tasks().of(staff.merchant(), ids).forEach(task -> {
            Fate fate = open.apply(task);
            effects.add(new Effect(
                    task.id().toString(), task.title(), ExceptionScreen.path(task.id()), fate.words, fate.will));
        });
        return effects;
    }

    /** What would become of one. */
    private record Fate(String words, boolean will) {}

    private static String counted(int rows, String one) {
        return rows == 1 ? "1 " + one : rows + " " + one + "s";
    }

    /** Lets holds go, as far as they are for the person to decide; the orders go on at once. */
    private final class Release implements BulkAct {

        @Override
        public String key() {
            return "release";
        }

        @Override
        public String label() {
            return "Release";
        }

        @Override
        public Act act() {
            return Act.RELEASE_HOLD;
        }

        @Override
        public String question(int rows) {
            return "Release " + counted(rows, "hold");
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(
                    staff,
                    keys,
                    hold -> OrderScreen.mayRelease(staff, hold.kind())
                            ? new Fate("no longer stops it", true)
                            : new Fate("decided by " + hold.kind().owner(), false),
                    task -> new Fate("is a task: it holds nothing back", false));
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            MerchantId merchant = staff.merchant();
            UUID hold = UUID.fromString(key);
            boolean open = tenancy.inTransaction(
                    merchant, () -> boards.holds().kind(merchant, hold).isPresent());
            if (open) {
                releases.release(merchant, hold, "released in the console, with others");
            }
            return open ? "" : null;
        }

        @Override
        public String done(int rows) {
            return counted(rows, "hold") + (rows == 1 ? " is released." : " are released.");
        }
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
            return "Close " + counted(rows, "task");
        }

        @Override
        public Given given(Staff staff) {
            return NOTE;
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(
                    staff,
                    keys,
                    hold -> new Fate("a hold is released, or its cause is mended", false),
                    task -> new Fate("is closed; it comes back should the matter stay as it is", true));
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            return closing.closing().close(staff.merchant(), UUID.fromString(key), given.text("note")) ? key : null;
        }

        @Override
        public String done(int rows) {
            return counted(rows, "task") + (rows == 1 ? " is closed." : " are closed.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            return closing.reopening().reopen(staff.merchant(), UUID.fromString(handle));
        }
    }

    /** Gives holds and tasks to somebody, with a note; to undo it gives each back to whoever had it. */
    private final class HandOver implements BulkAct {

        /** Between the exception and who has it now. */
        private static final char TO = '>';

        /** Before who had it before, and before what was written then. */
        private static final String FROM = "<";

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
            return Act.HAND_OVER;
        }

        @Override
        public String question(int rows) {
            return "Hand over " + counted(rows, "exception");
        }

        @Override
        public Given given(Staff staff) {
            List<ListFilter.Choice> all = colleagues.people().of(staff.merchant()).stream()
                    .filter(MemberView::canSignIn)
                    .map(member -> new ListFilter.Choice(member.person().value().toString(), member.email()))
                    .toList();
            return new Given("person", "To", true, all, NOTE);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            Fate given = new Fate("stands on that person's list, and stays on everybody's", true);
            return effects(staff, keys, hold -> given, task -> given);
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed typed) {
            MerchantId merchant = staff.merchant();
            PersonId to = colleagues.people().of(merchant).stream()
                    .map(MemberView::person)
                    .filter(person -> person.value().toString().equals(typed.text("person")))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(CommonProblem.INVALID_FIELD, "Choose somebody who works here.", "person"));
            UUID exception = UUID.fromString(key);
            return tenancy.inTransaction(merchant, () -> {
                Handover before = handovers.of(staff, List.of(exception)).get(exception);
                handovers.put(staff, exception, to, typed.text("note"));
                record(merchant, exception, before == null ? null : before.to(), to);
                String given = key + TO + to.value();
                return before == null ? given : given + FROM + before.to().value() + FROM + before.note();
            });
        }

        private void record(MerchantId merchant, UUID exception, @Nullable PersonId from, @Nullable PersonId to) {
            colleagues
                    .audit()
                    .record(
                            merchant,
                            List.of(new AuditEntry(
                                    "HandOver",
                                    "task",
                                    exception,
                                    from == null ? null : from.value().toString(),
                                    to == null ? null : to.value().toString(),
                                    null)));
        }

        @Override
        public String done(int rows) {
            return counted(rows, "exception") + (rows == 1 ? " is handed over." : " are handed over.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            String[] parts = handle.split(FROM, 3);
            int to = parts[0].indexOf(TO);
            UUID exception = UUID.fromString(to < 0 ? parts[0] : parts[0].substring(0, to));
            MerchantId merchant = staff.merchant();
            return tenancy.inTransaction(merchant, () -> {
                Handover now = handovers.of(staff, List.of(exception)).get(exception);
                if (now == null
                        || (to >= 0 && !parts[0].endsWith(TO + now.to().value().toString()))) {
                    return false;
                }
                PersonId before = parts.length < 3 ? null : new PersonId(UUID.fromString(parts[1]));
                if (before == null) {
                    handovers.drop(staff, exception);
                } else {
                    handovers.put(staff, exception, before, parts[2]);
                }
                record(merchant, exception, now.to(), before);
                return true;
            });
        }
    }
}
