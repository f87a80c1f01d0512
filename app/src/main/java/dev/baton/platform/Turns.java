package dev.baton.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Who may hold how many of the pool's connections. Work that nobody looks at takes turns at three quarters of them, work
 * and programs that call the API at all but one: a page finds one free, however much work there is and however many
 * programs call at once. Work waits for its turn as long as it takes, a program for a few seconds; a statement's own time
 * limit keeps turns short.
 */
@Component
public final class Turns {

    private enum Who {
        WORK,
        PROGRAM
    }

    private static final ScopedValue<Who> WHO = ScopedValue.newInstance();

    /** One connection of so many is never work's. */
    private static final int KEPT_FREE_OF = 4;

    private static final long PROGRAM_SECONDS = 5;

    private final Semaphore work;
    private final Semaphore programs;

    /** @param connections of the pool that work, programs and people share */
    Turns(@Value("${" + DatabaseConfiguration.CONNECTIONS + "}") int connections) {
        this.work = new Semaphore(Math.max(1, connections - Math.max(1, connections / KEPT_FREE_OF)), true);
        this.programs = new Semaphore(Math.max(1, connections - 1), true);
    }

    /** Runs it as work. */
    public static void working(Runnable body) {
        ScopedValue.where(WHO, Who.WORK).run(body);
    }

    /** Runs it for a program that calls the API. */
    public static <T extends @Nullable Object> T calling(Supplier<T> body) {
        return ScopedValue.where(WHO, Who.PROGRAM).call(body::get);
    }

    /**
     * Runs a transaction in its turn; at once where a person waits for it.
     *
     * @throws CannotCreateTransactionException when a program's turn has not come for seconds, or the thread was stopped
     */
    <T extends @Nullable Object> T take(Supplier<T> transaction) {
        if (!WHO.isBound()) {
            return transaction.get();
        }
        if (WHO.get() == Who.PROGRAM) {
            return call(transaction);
        }
        work.acquireUninterruptibly();
        try {
            programs.acquireUninterruptibly();
            try {
                return transaction.get();
            } finally {
                programs.release();
            }
        } finally {
            work.release();
        }
    }

    private <T extends @Nullable Object> T call(Supplier<T> transaction) {
        try {
            if (!programs.tryAcquire(PROGRAM_SECONDS, TimeUnit.SECONDS)) {
                throw new CannotCreateTransactionException("too many programs call at once");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("stopped while others had their turn", stopped);
        }
        try {
            return transaction.get();
        } finally {
            programs.release();
        }
    }
}
