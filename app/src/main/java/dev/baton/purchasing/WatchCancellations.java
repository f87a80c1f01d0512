package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks a person to call when a supplier did not say in time whether it can still leave units out. */
@Component
class WatchCancellations implements Watching {

    /** Kind of the task; its subject is the question. */
    static final String UNANSWERED = "purchasing.cancellation-unanswered";

    private final Tenancy tenancy;
    private final Cancellations cancellations;
    private final Work work;
    private final Tasks tasks;

    WatchCancellations(Tenancy tenancy, Cancellations cancellations, Work work, Tasks tasks) {
        this.tenancy = tenancy;
        this.cancellations = cancellations;
        this.work = work;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return OpenCancellations.WATCH;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        tenancy.run(merchant, () -> {
            List<CancellationId> ids = batch.stream()
                    .map(item -> new CancellationId(item.subject()))
                    .toList();
            tasks.openAll(
                    merchant,
                    cancellations.findAll(merchant, ids).stream()
                            .filter(question -> question.status() == Cancellation.Status.OPEN)
                            .map(WatchCancellations::task)
                            .toList());
            work.finish(merchant, batch);
        });
    }

    private static NewTask task(Cancellation question) {
        return new NewTask(
                UNANSWERED,
                "cancellation",
                question.id().value(),
                "The supplier did not say whether it can still cancel",
                "It was asked not to ship units it already had, and the agreed working hours are over. If nothing is done "
                        + "it may ship them. Call the supplier, then record its answer.");
    }
}
