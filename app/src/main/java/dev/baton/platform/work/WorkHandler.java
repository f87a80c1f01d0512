package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Does one kind of work. Implementations are Spring components; the engine finds them by {@link #kind}.
 *
 * <p>{@link #run} is called on a thread that may wait, outside any transaction. It finishes, postpones or parks
 * every item by {@link Work}, each in a transaction of its own choice; it may return earlier and complete the
 * items later, but before their leases end. When it throws, the batch is run again in halves; an item that
 * fails alone is postponed with backoff and after {@link #attemptsLimit} attempts parked with a task.
 */
public interface WorkHandler {

    /** The stable name stored in the row, such as {@code trading.send}. Schedules end in {@code .schedule} or {@code .poll}. */
    String kind();

    /** What a repeat does outside. */
    Effect effect();

    /** Most items of one call. */
    int batchLimit();

    /** How long a claim lasts; longer than every outside call of one run together, plus a margin. */
    Duration lease();

    /** Items that share a lane are run one batch after another; different lanes run side by side. */
    default String lane(LeasedWork work) {
        return work.queue();
    }

    /** Attempts after which an item is parked for a person. */
    default int attemptsLimit() {
        return 12;
    }

    /**
     * Makes the subject of parked work ready for another round, because a person says so; called in the transaction
     * that brings the work back. Tasks of the handler's own about it are closed here.
     */
    default void broughtBack(MerchantId merchant, UUID subject) {
        // most subjects know nothing of their work
    }

    /** Runs a batch of one merchant. */
    void run(MerchantId merchant, List<LeasedWork> batch);
}
