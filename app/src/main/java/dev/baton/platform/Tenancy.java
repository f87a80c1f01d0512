package dev.baton.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction, one merchant: the only way to the business tables. The merchant is set as the
 * transaction's first statement; row-level security shows nothing of anybody else.
 *
 * <p>A transaction that loses a race (40001 serialisation, 40P01 deadlock, 55P03 lock not available) is
 * repeated as a whole, so its body must be free of outside effects and safe to run again.
 */
@Component
public final class Tenancy {

    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 4;
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01", "55P03");

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final @Nullable Turns turns;

    @SuppressWarnings("ThreadLocalUsage") // each pool has its own open transaction on a thread
    private final ThreadLocal<@Nullable MerchantId> open = new ThreadLocal<>();

    /** On the pool that work shares with people: its transactions take {@link Turns}. */
    @Autowired
    Tenancy(PlatformTransactionManager transactionManager, JdbcClient jdbc, Turns turns) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** On a pool of its own. */
    public Tenancy(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.turns = null;
    }

    /**
     * Runs the body in a transaction of the merchant; joins the open one when there is one.
     *
     * @throws IllegalStateException when a transaction of another merchant is open on this thread
     */
    public <T extends @Nullable Object> T inTransaction(MerchantId merchant, Supplier<T> body) {
        MerchantId current = open.get();
        if (current == null) {
            return begin(merchant, body, false);
        }
        if (!current.equals(merchant)) {
            throw new IllegalStateException("one transaction belongs to one merchant");
        }
        return body.get();
    }

    /** As {@link #inTransaction}, for a body without a result. */
    public void run(MerchantId merchant, Runnable body) {
        this.<@Nullable Object>inTransaction(merchant, () -> {
            body.run();
            return null;
        });
    }

    /**
     * Runs the body in a transaction of its own, answers what it found, and rolls everything back: what an act would
     * do, without doing it. Nothing that waits for a commit happens.
     *
     * @throws IllegalStateException when a transaction is open on this thread: it would be rolled back too
     */
    public <T extends @Nullable Object> T rehearse(MerchantId merchant, Supplier<T> body) {
        if (open.get() != null) {
            throw new IllegalStateException("a rehearsal needs a transaction of its own");
        }
        return this.<T>begin(merchant, body, true);
    }

    /**
     * Has each statement of the open transaction planned for the values it carries. What looks for beginnings of texts
     * needs it: planned once for all values, a prefix reads everything.
     */
    public void planForValues() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    /**
     * Runs the action after the open transaction has committed; never when it rolls back.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private <T extends @Nullable Object> T begin(MerchantId merchant, Supplier<T> body, boolean rehearsal) {
        for (int attempt = 1; ; attempt++) {
            try {
                return turns == null
                        ? once(merchant, body, rehearsal)
                        : turns.take(() -> once(merchant, body, rehearsal));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !lostRace(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    private <T extends @Nullable Object> T once(MerchantId merchant, Supplier<T> body, boolean rehearsal) {
        open.set(merchant);
        try {
            // the value is a validated UUID: it cannot carry SQL, and SET takes no bind parameter
            return transactions.<T>execute(status -> {
                if (rehearsal) {
                    status.setRollbackOnly();
                }
                jdbc.sql("set local baton.merchant = '" + merchant.value() + "'")
                        .update();
                return body.get();
            });
        } finally {
            open.remove();
        }
    }

    private static boolean lostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOST_RACE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        long bound = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(bound)));
    }
}
