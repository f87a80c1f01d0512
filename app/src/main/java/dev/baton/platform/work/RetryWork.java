package dev.baton.platform.work;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.ParkedWork.Parked;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs work again that was set aside, because a person has mended the cause. */
@Component
public class RetryWork {

    private final Tenancy tenancy;
    private final ParkedWork parked;
    private final ObjectProvider<WorkHandler> handlers;
    private final Tasks tasks;
    private final Audit audit;
    private final HandOver handOver;

    RetryWork(
            Tenancy tenancy,
            ParkedWork parked,
            ObjectProvider<WorkHandler> handlers,
            Tasks tasks,
            Audit audit,
            HandOver handOver) {
        this.tenancy = tenancy;
        this.parked = parked;
        this.handlers = handlers;
        this.tasks = tasks;
        this.audit = audit;
        this.handOver = handOver;
    }

    /**
     * Brings parked work back with a fresh count of attempts and closes the task that speaks of it; it runs at once.
     * Opens or joins a transaction.
     *
     * @throws Problem NOT_FOUND when no work of that id is parked
     */
    public void retry(MerchantId merchant, UUID id) {
        tenancy.run(merchant, () -> {
            Parked work = parked.free(merchant, id)
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND, "No work of that id is parked; list the parked work to find it."));
            handlers.stream()
                    .filter(handler -> handler.kind().equals(work.kind()))
                    .forEach(handler -> handler.broughtBack(merchant, work.subject()));
            tasks.closeFor(merchant, BatchRunner.PARKED, work.subject(), "run again");
            audit.record(merchant, List.of(new AuditEntry("RetryWork", "work", id, "PARKED", "DUE", work.kind())));
            tenancy.afterCommit(() -> handOver.inlet().nudge());
        });
    }
}
