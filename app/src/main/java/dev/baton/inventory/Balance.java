package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stock row while its lock is held, and what the act makes of it. */
final class Balance {

    private final StockRow before;
    private int observed;
    private int buffer;
    private int withheld;
    private long uncovered;
    private @Nullable Instant observedAt;
    private @Nullable Long observedSequence;
    private boolean leftOut;
    private boolean discontinued;

    Balance(StockRow before) {
        this.before = before;
        this.observed = before.observed();
        this.buffer = before.buffer();
        this.withheld = before.withheld();
        this.uncovered = before.uncovered();
        this.observedAt = before.observedAt();
        this.observedSequence = before.observedSequence();
        this.leftOut = before.leftOut();
        this.discontinued = before.discontinued();
    }

    StockRow before() {
        return before;
    }

    OfferId offer() {
        return before.offer();
    }

    /** The run listed the offer with this figure. */
    void observe(int quantity, FeedOrder run, Scope scope) {
        observed = quantity;
        discontinued = false;
        if (run.against(observedAt, observedSequence) != FeedOrder.Age.OLDER) {
            observedAt = run.at();
            observedSequence = run.sequence() == null ? observedSequence : run.sequence();
        }
        leftOut = leftOut && run.against(scope.fullAt(), scope.fullSequence()) == FeedOrder.Age.OLDER;
    }

    void discontinue() {
        discontinued = true;
    }

    /** A full run left the offer out and that is not to be read: its figure keeps the time it had until now. */
    void leaveOut(Scope scope) {
        observedAt = scope.effective(before);
        leftOut = true;
    }

    void keepBack(int units) {
        buffer = units;
    }

    /** Keeps back what is beyond the units that may still be sold. */
    void sellAtMost(int units) {
        withheld = (int) Math.clamp(observed - buffer - uncovered - units, 0L, Integer.MAX_VALUE);
    }

    void withholdNothing() {
        withheld = 0;
    }

    void raise(int units) {
        uncovered += units;
    }

    /**
     * @throws IllegalStateException when more would be taken than the claims of the offer have
     */
    void lower(int units) {
        if (units > uncovered) {
            throw new IllegalStateException("uncovered of offer " + offer().value() + " would fall below 0");
        }
        uncovered -= units;
    }

    StockRow after(Instant now) {
        @Nullable
        Instant shortSince = observed >= uncovered ? null : before.shortSince() == null ? now : before.shortSince();
        return new StockRow(
                before.offer(),
                before.sku(),
                before.supplier(),
                observed,
                buffer,
                withheld,
                uncovered,
                observedAt,
                observedSequence,
                leftOut,
                discontinued,
                shortSince);
    }
}
