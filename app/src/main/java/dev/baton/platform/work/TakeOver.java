package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the leases a killed process left behind, before the engine starts. Only where this process has the database for
 * itself, as the one in the box: every lease found there belongs to a process that is certainly dead, so that its work
 * need not wait minutes for the lease to end. On a PostgreSQL that nodes share, leases end by themselves.
 */
@Component
class TakeOver implements SmartLifecycle {

    /**
     * A call the dead process made may still take effect outside; longer than any call waits for its answer. Asked
     * earlier, the other side would not show yet what it is about to do.
     */
    static final Duration OUTSIDE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(TakeOver.class);

    private static final int ROWS_AT_ONCE = 1_000;

    private final DueWork due;
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final DatabaseClock databaseClock;
    private final ObjectProvider<WorkHandler> handlers;
    private final boolean alone;
    private volatile boolean done;

    TakeOver(
            DueWork due,
            JdbcClient jdbc,
            Tenancy tenancy,
            DatabaseClock databaseClock,
            ObjectProvider<WorkHandler> handlers,
            @Value("${baton.work.alone:false}") boolean alone) {
        this.due = due;
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.databaseClock = databaseClock;
        this.handlers = handlers;
        this.alone = alone;
    }

    @Override
    public void start() {
        if (alone) {
            int ended = endLeases();
            if (ended > 0) {
                log.info("took over {} pieces of work a process before this one had begun", ended);
            }
        }
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Right before the engine: nothing is leased to this process yet. */
    @Override
    public int getPhase() {
        return WorkEngine.PHASE - 1;
    }

    /** Answers how many leases it ended or shortened. */
    int endLeases() {
        Instant now = databaseClock.now();
        List<String> repeatable = handlers.stream()
                .filter(handler -> handler.effect() == Effect.REPEATABLE)
                .map(WorkHandler::kind)
                .toList();
        int ended = 0;
        for (UUID merchant : due.leasing(now)) {
            MerchantId id = new MerchantId(merchant);
            int rows = ROWS_AT_ONCE;
            while (rows == ROWS_AT_ONCE) {
                rows = tenancy.inTransaction(id, () -> endLeases(id, now, repeatable));
                ended += rows;
            }
        }
        return ended;
    }

    private int endLeases(MerchantId merchant, Instant now, List<String> repeatable) {
        return jdbc.sql("""
                with dead as (
                    select merchant_id, id, case when kind = any(:repeatable::text[]) then :now::timestamptz
                                                 else :later::timestamptz end as ends
                    from work
                    where merchant_id = :merchant and parked_at is null
                      and lease_until > case when kind = any(:repeatable::text[]) then :now::timestamptz
                                             else :later::timestamptz end
                    order by merchant_id, id limit :most
                    for update
                )
                update work w set lease_until = d.ends
                from dead d
                where w.merchant_id = :merchant and d.merchant_id = w.merchant_id and w.id = d.id
                """)
                .param("merchant", merchant.value())
                .param("repeatable", SqlArrays.texts(repeatable))
                .param("now", SqlArrays.instant(now))
                .param("later", SqlArrays.instant(now.plus(OUTSIDE)))
                .param("most", ROWS_AT_ONCE)
                .update();
    }
}
