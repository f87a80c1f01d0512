package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A person's word on something for all rows of a list: do it, stop, take it back. Each opens a transaction. */
@Component
class BulkOrders {

    private final BulkRuns runs;
    private final Work work;
    private final Tenancy tenancy;
    private final Clock clock;

    BulkOrders(BulkRuns runs, Work work, Tenancy tenancy, Clock clock) {
        this.runs = runs;
        this.work = work;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Begins it.
     *
     * @throws Problem CONFLICT when it was begun or left before, or there is nothing to be done
     */
    void go(Staff staff, BulkRun run, Map<String, String> given) {
        MerchantId merchant = staff.merchant();
        tenancy.run(merchant, () -> {
            if (!runs.begin(merchant, run.id(), given)) {
                throw moved();
            }
            queue(merchant, run);
        });
    }

    /** Stops it where it is; what has ended by itself meanwhile is left as it is. */
    void stop(Staff staff, BulkRun run) {
        MerchantId merchant = staff.merchant();
        Instant now = clock.instant();
        String note = run.state().works() && run.state() != BulkRun.State.GATHERING
                ? "You stopped it; what is left stays as it is."
                : null;
        tenancy.run(merchant, () -> {
            if (run.state().works() || run.state() == BulkRun.State.READY) {
                runs.end(merchant, run.id(), run.state(), RunBulk.after(run.state()), note, now);
            }
        });
    }

    /**
     * Begins to take it back.
     *
     * @throws Problem CONFLICT when it was taken back before, or nothing was done
     */
    void undo(Staff staff, BulkRun run) {
        MerchantId merchant = staff.merchant();
        tenancy.run(merchant, () -> {
            if (!runs.beginUndo(merchant, run.id())) {
                throw moved();
            }
            queue(merchant, run);
        });
    }

    private void queue(MerchantId merchant, BulkRun run) {
        work.add(merchant, List.of(RunBulk.work(run.id(), clock.instant())));
    }

    private static Problem moved() {
        return new Problem(CommonProblem.CONFLICT, "It has moved on meanwhile. Read the page anew.");
    }
}
