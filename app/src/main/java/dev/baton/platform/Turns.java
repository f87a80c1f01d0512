package dev.baton.platform;

import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Who may hold how many of the pool's connections, and who waits how long. Work that nobody looks at takes turns at three
 * quarters of them, work and programs that call the API at all but one: a page finds one free, however much work there is
 * and however many programs call at once. Work waits for its turn as long as it takes, a program for a few seconds; a
 * statement's own time limit keeps turns short. A store or a carrier that brings a message takes no turns and waits for a
 * connection once, for it hangs up and comes again; a person would rather wait than read that all is busy, and asks a few
 * times.
 */
@Component
public final class Turns {

    private enum Who {
        WORK,
        PROGRAM,
        BRINGER
    }

    private static final ScopedValue<Who> WHO = ScopedValue.newInstance();

    /** One connection of so many is never work's. */
    private static final int KEPT_FREE_OF = 4;

    private static final long PROGRAM_SECONDS = 5;

    /** How often a person's transaction asks a full pool; each time as long as the pool lets it wait. */
    private static final int ASKED_FOR_A_PERSON = 4;

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

    /** Runs it for one that brings a message and hangs up when it is not answered in seconds. */
    public static <T extends @Nullable Object> T bringing(Supplier<T> body) {
        return ScopedValue.where(WHO, Who.BRINGER).call(body::get);
    }

    /**
     * Runs a transaction in its turn; at once where a person waits for it.
     *
     * @throws CannotCreateTransactionException when the database is away, when a program's turn has not come for seconds,
     *     when no connection was free for as long as its kind waits, or the thread was stopped
     */
    <T extends @Nullable Object> T take(Supplier<T> transaction) {
        if (!WHO.isBound()) {
            return person(transaction);
        }
        return switch (WHO.get()) {
            case WORK -> work(transaction);
            case PROGRAM -> call(transaction);
            case BRINGER -> transaction.get();
        };
    }

    private static <T extends @Nullable Object> T person(Supplier<T> transaction) {
        for (int asked = 1; ; asked++) {
            try {
                return transaction.get();
            } catch (CannotCreateTransactionException refused) {
                if (asked == ASKED_FOR_A_PERSON || !poolWasFull(refused)) {
                    throw refused;
                }
            }
        }
    }

    /** Every connection was taken; where the database is away, the pool names what its last attempt met. */
    private static boolean poolWasFull(CannotCreateTransactionException refused) {
        return refused.getCause() instanceof SQLTransientConnectionException timeout && timeout.getCause() == null;
    }

    private <T extends @Nullable Object> T work(Supplier<T> transaction) {
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
