package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds due work without a lock as the dispatcher's role, and claims it by compare-and-set as the merchant. */
@Component
class DueWork {

    private static final int MOST_MERCHANTS = 10_000;

    private final JdbcClient dispatcher;
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final WorkNode node;

    DueWork(@Qualifier("dispatcherJdbcClient") JdbcClient dispatcher, JdbcClient jdbc, Tenancy tenancy, WorkTime time) {
        this.dispatcher = dispatcher;
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.clock = time.clock();
        this.databaseClock = time.databaseClock();
        this.node = time.node();
    }

    /** A row somebody may claim. */
    record Due(MerchantId merchant, UUID id, String queue, String kind) {}

    /**
     * The first due rows of every queue, at most {@code perQueue} each, whatever the backlog: the scan jumps
     * from queue to queue along the index, so that 300,000 due rows of one queue cost no more than ten.
     */
    List<Due> find(int perQueue, int queuesLimit) {
        return dispatcher
                .sql("""
                with recursive queues as (
                    (select merchant_id, queue from work where parked_at is null
                     order by merchant_id, queue limit 1)
                    union all
                    select n.merchant_id, n.queue
                    from queues q cross join lateral (
                        select w.merchant_id, w.queue from work w
                        where w.parked_at is null and (w.merchant_id, w.queue) > (q.merchant_id, q.queue)
                        order by w.merchant_id, w.queue limit 1) n
                )
                select d.merchant_id, d.id, d.queue, d.kind
                from (select merchant_id, queue from queues limit :queuesLimit) q
                cross join lateral (
                    select w.merchant_id, w.id, w.queue, w.kind from work w
                    where w.merchant_id = q.merchant_id and w.queue = q.queue and w.parked_at is null
                      and w.due_at <= :now and w.lease_until <= :databaseNow
                    order by w.due_at limit :perQueue) d
                """)
                .param("queuesLimit", queuesLimit)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("databaseNow", SqlArrays.instant(databaseClock.now()))
                .param("perQueue", perQueue)
                .query((row, number) -> new Due(
                        new MerchantId(row.getObject("merchant_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getString("queue"),
                        row.getString("kind")))
                .list();
    }

    /** When the earliest unleased work that is not due yet will be due; null when there is none. */
    @Nullable
    Instant nextDue() {
        return dispatcher
                .sql("select min(due_at) as due from work where parked_at is null and due_at > :now")
                .param("now", SqlArrays.instant(clock.instant()))
                .query((row, number) -> {
                    java.sql.Timestamp due = row.getTimestamp("due");
                    return due == null ? Instant.MAX : due.toInstant();
                })
                .single();
    }

    /** Merchants some of whose work is leased at that time of the database. */
    List<UUID> leasing(Instant databaseNow) {
        return dispatcher
                .sql("""
                select distinct merchant_id from work
                where parked_at is null and lease_until > :databaseNow
                order by merchant_id limit :most
                """)
                .param("databaseNow", SqlArrays.instant(databaseNow))
                .param("most", MOST_MERCHANTS)
                .query((row, number) -> row.getObject("merchant_id", UUID.class))
                .list();
    }

    /** Claims what is still free of the given rows; attempts are counted here, before the run. */
    List<LeasedWork> claim(MerchantId merchant, Collection<UUID> ids, Duration lease) {
        Instant databaseNow = databaseClock.now();
        long leaseEnd = System.nanoTime() + lease.toNanos();
        return tenancy.inTransaction(
                merchant,
                () -> new ArrayList<>(jdbc.sql("""
                with free as (
                    select merchant_id, id from work
                    where merchant_id = :merchant and id = any(:ids::uuid[]) and lease_until <= :databaseNow
                      and parked_at is null
                    order by merchant_id, id
                    for update
                )
                update work w set lease_owner = :node, lease_until = :until, fence = fence + 1, attempts = attempts + 1
                from free f
                where w.merchant_id = :merchant and f.merchant_id = w.merchant_id and w.id = f.id
                returning w.id, w.queue, w.kind, w.subject_id, w.attempts, w.fence
                """)
                        .param("merchant", merchant.value())
                        .param("ids", SqlArrays.uuids(ids))
                        .param("databaseNow", SqlArrays.instant(databaseNow))
                        .param("node", node.id())
                        .param("until", SqlArrays.instant(databaseNow.plus(lease)))
                        .query((row, number) -> new LeasedWork(
                                row.getObject("id", UUID.class),
                                merchant,
                                row.getString("queue"),
                                row.getString("kind"),
                                row.getObject("subject_id", UUID.class),
                                row.getInt("attempts"),
                                row.getLong("fence"),
                                leaseEnd))
                        .list()));
    }
}
