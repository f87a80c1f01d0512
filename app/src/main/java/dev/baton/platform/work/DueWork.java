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
    record Due(MerchantId merchant, UUID id, String queue, String kind, UUID subject) {

        /** As the handler will see it; not leased yet. */
        LeasedWork unclaimed() {
            return new LeasedWork(id, merchant, queue, kind, subject, 0, 0, 0);
        }
    }

    /** A place in the order of all queues and kinds. */
    record Place(UUID merchant, String queue, String kind) {

        /** Before all others. */
        static final Place START = new Place(new UUID(0, 0), "", "");
    }

    /** What is due in a stretch of queues, and where to go on; {@link Place#START} when nothing comes after it. */
    record Stretch(List<Due> due, Place next) {}

    /**
     * The first due rows of each queue and kind after the place, at most {@code each} of one, whatever the backlog:
     * the scan jumps along the index, so that 300,000 due rows of one queue cost no more than ten. At most
     * {@code most} queues are looked at, those with nothing due included.
     */
    Stretch find(Place after, int each, int most) {
        List<Due> due = new ArrayList<>();
        Place[] next = {Place.START};
        dispatcher
                .sql("""
                with recursive queues as (
                    (select merchant_id, queue, kind from work
                     where parked_at is null and (merchant_id, queue, kind) > (:merchant, :queue, :kind)
                     order by merchant_id, queue, kind limit 1)
                    union all
                    select n.merchant_id, n.queue, n.kind
                    from queues q cross join lateral (
                        select w.merchant_id, w.queue, w.kind from work w
                        where w.parked_at is null
                          and (w.merchant_id, w.queue, w.kind) > (q.merchant_id, q.queue, q.kind)
                        order by w.merchant_id, w.queue, w.kind limit 1) n
                ), stretch as materialized (select merchant_id, queue, kind from queues limit :most)
                select d.merchant_id, d.queue, d.kind, d.id, d.subject_id
                from stretch q
                cross join lateral (
                    select w.merchant_id, w.queue, w.kind, w.id, w.subject_id from work w
                    where w.merchant_id = q.merchant_id and w.queue = q.queue and w.kind = q.kind
                      and w.parked_at is null and w.due_at <= :now and w.lease_until <= :databaseNow
                    order by w.due_at limit :each) d
                union all
                (select merchant_id, queue, kind, null, null from stretch offset :most - 1 limit 1)
                """)
                .param("merchant", after.merchant())
                .param("queue", after.queue())
                .param("kind", after.kind())
                .param("most", most)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("databaseNow", SqlArrays.instant(databaseClock.now()))
                .param("each", each)
                .query(row -> {
                    UUID merchant = row.getObject("merchant_id", UUID.class);
                    String queue = row.getString("queue");
                    String kind = row.getString("kind");
                    UUID id = row.getObject("id", UUID.class);
                    if (id == null) {
                        next[0] = new Place(merchant, queue, kind);
                        return;
                    }
                    UUID subject = row.getObject("subject_id", UUID.class);
                    due.add(new Due(new MerchantId(merchant), id, queue, kind, subject));
                });
        return new Stretch(due, next[0]);
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
