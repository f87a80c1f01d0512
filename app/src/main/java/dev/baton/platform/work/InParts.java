package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Goes through more than one transaction may take: part after part, until nothing is left or the lease has too little
 * left for one more. Work of one kind that ends by itself, however much is due.
 */
@Component
public final class InParts {

    private final Tenancy tenancy;
    private final Work work;
    private final Clock clock;

    InParts(Tenancy tenancy, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is done a part at a time.
     *
     * @param <C> where a part ended and the next one begins
     */
    @FunctionalInterface
    public interface Part<C> {

        /**
         * Does the next part in the transaction that is open; it may be run again from the same place.
         *
         * @param from where the last part ended; null = the first one of this lease
         * @return where it ended; null = nothing is left
         */
        @Nullable
        C next(@Nullable C from);
    }

    /**
     * When to stop before the end.
     *
     * @param enoughForAPart of the lease, for another part to begin
     * @param left why the work runs again, for people
     */
    public record Pause(Duration enoughForAPart, String left) {}

    /**
     * Does the parts, at least one, and finishes the work in the transaction of the last one; or gives it back to run
     * again at once, from the beginning. Needs no open transaction.
     *
     * @throws LostLease as {@link Work#finish} says; the parts before the last one stand
     */
    public <C> void run(MerchantId merchant, LeasedWork leased, Pause pause, Part<C> part) {
        @Nullable C reached = null;
        do {
            @Nullable C from = reached;
            reached = tenancy.<@Nullable C>inTransaction(merchant, () -> {
                @Nullable C next = part.next(from);
                if (next == null) {
                    work.finish(merchant, List.of(leased));
                }
                return next;
            });
        } while (reached != null && leased.hasLeft(pause.enoughForAPart()));
        if (reached != null) {
            tenancy.run(merchant, () -> work.again(merchant, leased, clock.instant(), pause.left()));
        }
    }
}
