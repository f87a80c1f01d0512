package dev.baton.channels;

import dev.baton.channels.InboxRows.Settled;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes how messages ended, finishes their work and opens the tasks that follow, in the caller's transaction. */
@Component
class SettleIntakes {

    private final InboxRows rows;
    private final ConnectionRows connections;
    private final Audit audit;
    private final FreshIntakes fresh;
    private final IntakeWaiters waiters;
    private final Desk desk;

    SettleIntakes(
            InboxRows rows,
            ConnectionRows connections,
            Audit audit,
            FreshIntakes fresh,
            IntakeWaiters waiters,
            Desk desk) {
        this.rows = rows;
        this.connections = connections;
        this.audit = audit;
        this.fresh = fresh;
        this.waiters = waiters;
        this.desk = desk;
    }

    /**
     * How one message ends.
     *
     * @param task to open with it, or null
     * @param disconnects whether it says that the store has cut the connection
     */
    record End(Opened opened, Settled settled, @Nullable NewTask task, boolean disconnects) {

        static End settled(Opened opened, Settled settled) {
            return new End(opened, settled, null, false);
        }

        static End refused(Opened opened, @Nullable String storeOrderId, String reason) {
            Intake intake = opened.intake();
            Settled settled = new Settled(intake.id(), IntakeState.REFUSED, storeOrderId, null, reason);
            return new End(opened, settled, StoreTasks.refused(intake.id(), intake.topic(), reason), false);
        }

        static End disconnected(Opened opened) {
            Settled settled = new Settled(
                    opened.intake().id(), IntakeState.NOTED, null, null, "the app was removed in the store");
            return new End(opened, settled, null, true);
        }

        static End forAPerson(Opened opened, Reading.ForAPerson person) {
            Intake intake = opened.intake();
            Settled settled = new Settled(intake.id(), IntakeState.NOTED, null, null, person.title());
            NewTask task = new NewTask(StoreTasks.PERSON, "intake", intake.id(), person.title(), person.detail());
            return new End(opened, settled, task, false);
        }
    }

    /** Needs an open transaction of the merchant. */
    void settle(MerchantId merchant, List<End> ends) {
        if (ends.isEmpty()) {
            return;
        }
        rows.settle(
                merchant, ends.stream().map(End::settled).toList(), desk.clock().instant());
        desk.work()
                .finish(merchant, ends.stream().map(end -> end.opened().work()).toList());
        List<NewTask> opened = new ArrayList<>();
        for (End end : ends) {
            if (end.task() != null) {
                opened.add(end.task());
            }
            if (end.disconnects()) {
                disconnect(merchant, end.opened().intake(), opened);
            }
        }
        desk.tasks().openAll(merchant, opened);
        List<UUID> done = ends.stream().map(end -> end.settled().intake()).toList();
        desk.tenancy().afterCommit(() -> {
            done.forEach(fresh::forget);
            done.forEach(waiters::settled);
        });
    }

    private void disconnect(MerchantId merchant, Intake intake, List<NewTask> opened) {
        UUID store = intake.store().value();
        if (!connections.disconnect(merchant, store, intake.triggeredAt())) {
            return;
        }
        desk.work().remove(merchant, PollSchedule.KIND, List.of(store));
        opened.add(StoreTasks.access(store, "The app was removed from the store."));
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "DisconnectStore", "store", store, "CONNECTED", "DISCONNECTED", "the app was removed there")));
    }

    /** Leaves the messages as they are and tries again after the wait; opens a transaction. */
    void later(MerchantId merchant, List<Doubt> messages, Duration wait, String why) {
        Instant due = desk.clock().instant().plus(wait);
        desk.tenancy()
                .run(
                        merchant,
                        () -> messages.forEach(doubt ->
                                desk.work().again(merchant, doubt.opened().work(), due, why)));
    }

    /** As {@link #later}, where waiting must end some time: the round counts as an attempt. */
    void failed(MerchantId merchant, List<Doubt> messages, Duration wait, String why) {
        Instant due = desk.clock().instant().plus(wait);
        desk.tenancy()
                .run(
                        merchant,
                        () -> messages.forEach(doubt ->
                                desk.work().failed(merchant, doubt.opened().work(), due, why)));
    }
}
