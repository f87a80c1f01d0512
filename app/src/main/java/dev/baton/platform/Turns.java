package dev.baton.platform;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Work that nobody looks at takes turns at the database, so that it never holds every connection of the pool: a page or
 * a store's order finds one free, however much work there is and however slow each piece of it. Work waits for its turn
 * as long as it takes; a statement's own time limit keeps turns short.
 */
@Component
public final class Turns {

    private static final ScopedValue<Boolean> WORKING = ScopedValue.newInstance();

    /** One connection of so many is never work's. */
    private static final int KEPT_FREE_OF = 4;

    private final Semaphore turns;

    /** @param connections of the pool that work and people share */
    Turns(@Value("${" + DatabaseConfiguration.CONNECTIONS + "}") int connections) {
        this.turns = new Semaphore(Math.max(1, connections - Math.max(1, connections / KEPT_FREE_OF)), true);
    }

    /** Runs it as work: its transactions take turns. */
    public static void working(Runnable body) {
        ScopedValue.where(WORKING, true).run(body);
    }

    /** Runs a transaction: in its turn where this thread works, at once where somebody waits for it. */
    <T extends @Nullable Object> T take(Supplier<T> transaction) {
        if (!WORKING.isBound()) {
            return transaction.get();
        }
        turns.acquireUninterruptibly();
        try {
            return transaction.get();
        } finally {
            turns.release();
        }
    }
}
