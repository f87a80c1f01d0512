package dev.baton.platform.work;

import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** Runs batches; a batch that fails is run again in halves until the offender stands alone. */
@Component
class BatchRunner {

    /** The task that speaks of parked work; its subject is the work's. */
    static final String PARKED = "work.parked";

    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Tenancy tenancy;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    BatchRunner(Tenancy tenancy, Work work, Tasks tasks, Clock clock) {
        this.tenancy = tenancy;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
    }

    void run(WorkHandler handler, List<LeasedWork> batch) {
        MerchantId merchant = batch.getFirst().merchant();
        try {
            Acting.as(new Actor.SystemActor("work:" + handler.kind()), null, () -> {
                handler.run(merchant, batch);
                return true;
            });
        } catch (LostLease lost) {
            log.info("{}: {}", handler.kind(), lost.getMessage());
        } catch (TransactionException | DataAccessResourceFailureException databaseAway) {
            // nothing is known about the outcome: the work is done again
            log.warn("{}: the database did not answer: {}", handler.kind(), databaseAway.toString());
            giveBack(batch, !(databaseAway instanceof CannotCreateTransactionException));
        } catch (RuntimeException failure) {
            halveOrPostpone(handler, batch, failure);
        }
    }

    /** Gives back what waited in its lane until its lease was nearly over. */
    void release(List<LeasedWork> unrun) {
        release(unrun, false);
    }

    private boolean release(List<LeasedWork> works, boolean counted) {
        MerchantId merchant = works.getFirst().merchant();
        try {
            tenancy.run(merchant, () -> work.release(merchant, works, counted));
            return true;
        } catch (DataAccessException | TransactionException databaseAway) {
            log.warn("cannot be given back now, the leases will end: {}", databaseAway.toString());
            return false;
        }
    }

    /**
     * Gives back, as soon as the database answers, what it was away for: a lease of minutes would keep the work asleep
     * long after. Ever longer pauses, which spare a database that is only short of connections.
     */
    private void giveBack(List<LeasedWork> batch, boolean counted) {
        Duration pause = FIRST_PAUSE;
        while (batch.getFirst().hasLeft(pause.plus(FIRST_PAUSE))) {
            LockSupport.parkNanos(pause.toNanos());
            if (Thread.currentThread().isInterrupted() || release(batch, counted)) {
                return;
            }
            pause = pause.multipliedBy(2);
        }
    }

    private void halveOrPostpone(WorkHandler handler, List<LeasedWork> batch, RuntimeException failure) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            run(handler, batch.subList(0, middle));
            run(handler, batch.subList(middle, batch.size()));
            return;
        }
        LeasedWork item = batch.getFirst();
        log.warn("{} of {} failed (attempt {})", handler.kind(), item.subject(), item.attempts(), failure);
        try {
            tenancy.run(item.merchant(), () -> postponeOrPark(handler, item, failure));
        } catch (LostLease lost) {
            log.info("{}: {}", handler.kind(), lost.getMessage());
        } catch (DataAccessException | TransactionException databaseAway) {
            log.warn("{}: cannot be postponed now, the lease will end: {}", handler.kind(), databaseAway.toString());
        }
    }

    private void postponeOrPark(WorkHandler handler, LeasedWork item, RuntimeException failure) {
        String reason = failure.toString();
        if (item.attempts() < handler.attemptsLimit()) {
            work.failed(item.merchant(), item, Backoff.next(clock, item.attempts()), reason);
            return;
        }
        work.park(item.merchant(), item, reason);
        tasks.open(
                item.merchant(),
                new NewTask(
                        PARKED,
                        item.kind(),
                        item.subject(),
                        "Work of kind " + item.kind() + " failed " + item.attempts() + " times and was set aside",
                        "Last failure: " + reason
                                + ". Nothing more happens by itself; mend the cause, then run it again: POST /api/v1/work/{id}/retry with the"
                                + " id from GET /api/v1/work."));
    }
}
