package dev.baton.platform.work;

import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The work table as acts and handlers see it. Every method needs an open transaction of the merchant: a row
 * is inserted with the business change that causes it and deleted with the one that finishes it.
 */
@Component
public final class Work {

    private static final int MOST_REASON = 2_000;
    private static final Duration DEFAULT_LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Ids ids;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final WorkNode node;
    private final HandOver handOver;

    Work(JdbcClient jdbc, Tenancy tenancy, WorkTime time, HandOver handOver) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.ids = time.ids();
        this.clock = time.clock();
        this.databaseClock = time.databaseClock();
        this.node = time.node();
        this.handOver = handOver;
    }

    /** Writes the rows; those to hand over run on this node right after commit. */
    public void add(MerchantId merchant, List<NewWork> works) {
        if (works.isEmpty()) {
            return;
        }
        HandOver.Inlet engine = handOver.inlet();
        boolean accepting = engine.isOpen();
        Instant databaseNow = databaseClock.now();
        long nowNanos = System.nanoTime();
        List<UUID> rowIds = new ArrayList<>(works.size());
        List<@Nullable UUID> owners = new ArrayList<>(works.size());
        List<Instant> leases = new ArrayList<>(works.size());
        long[] fences = new long[works.size()];
        List<LeasedWork> handed = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            NewWork work = works.get(i);
            boolean hand = work.handOver() && accepting && !work.dueAt().isAfter(clock.instant());
            Duration lease = hand ? engine.leaseOf(work.kind()).orElse(DEFAULT_LEASE) : Duration.ZERO;
            UUID id = ids.next();
            rowIds.add(id);
            owners.add(hand ? node.id() : null);
            leases.add(databaseNow.plus(lease));
            fences[i] = hand ? 1 : 0;
            if (hand) {
                handed.add(new LeasedWork(
                        id, merchant, work.queue(), work.kind(), work.subject(), 1, 1, nowNanos + lease.toNanos()));
            }
        }
        insert(merchant, works, new Birth(rowIds, owners, leases, fences));
        if (!handed.isEmpty()) {
            tenancy.afterCommit(() -> {
                Crash.at("work.handed-over");
                engine.take(handed);
            });
        } else if (accepting) {
            tenancy.afterCommit(engine::nudge);
        }
    }

    private record Birth(List<UUID> ids, List<@Nullable UUID> owners, List<Instant> leases, long[] fences) {}

    private void insert(MerchantId merchant, List<NewWork> works, Birth birth) {
        jdbc.sql("""
                insert into work (merchant_id, id, queue, kind, subject_id, due_at, lease_owner, lease_until, fence,
                                  attempts)
                select :merchant, w.id, w.queue, w.kind, w.subject, w.due_at, w.owner, w.lease_until, w.fence, w.fence
                from unnest(:ids::uuid[], :queues::text[], :kinds::text[], :subjects::uuid[], :dues::timestamptz[],
                            :owners::uuid[], :leases::timestamptz[], :fences::int8[])
                     as w (id, queue, kind, subject, due_at, owner, lease_until, fence)
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(birth.ids()))
                .param(
                        "queues",
                        SqlArrays.texts(works.stream().map(NewWork::queue).toList()))
                .param(
                        "kinds",
                        SqlArrays.texts(works.stream().map(NewWork::kind).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(works.stream().map(NewWork::subject).toList()))
                .param(
                        "dues",
                        SqlArrays.instants(works.stream().map(NewWork::dueAt).toList()))
                .param("owners", SqlArrays.uuids(birth.owners()))
                .param("leases", SqlArrays.instants(birth.leases()))
                .param("fences", SqlArrays.longs(birth.fences()))
                .update();
    }

    /**
     * Deletes finished work.
     *
     * @throws LostLease when one of them is owned by another claim by now; nothing of the transaction may stand
     */
    public void finish(MerchantId merchant, List<LeasedWork> done) {
        if (done.isEmpty()) {
            return;
        }
        List<LeasedWork> inOrder = sorted(done);
        int deleted = jdbc.sql("""
                delete from work w using unnest(:ids::uuid[], :fences::int8[]) as d (id, fence)
                where w.merchant_id = :merchant and w.id = d.id and w.fence = d.fence
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(inOrder.stream().map(LeasedWork::id).toList()))
                .param(
                        "fences",
                        SqlArrays.longs(
                                inOrder.stream().mapToLong(LeasedWork::fence).toArray()))
                .update();
        if (deleted != done.size()) {
            throw new LostLease(done.getFirst().kind());
        }
    }

    /**
     * Gives the lease back and runs the work again at the given business time, for a wait that is no failure: the
     * claim is not counted as an attempt. The reason is shown to people.
     */
    public void again(MerchantId merchant, LeasedWork work, Instant dueAt, String reason) {
        comeBack(merchant, work, dueAt, reason, 1);
    }

    /** As {@link #again}, after a failure: the attempt counts toward the handler's limit. */
    public void failed(MerchantId merchant, LeasedWork work, Instant dueAt, String reason) {
        comeBack(merchant, work, dueAt, reason, 0);
    }

    private void comeBack(MerchantId merchant, LeasedWork work, Instant dueAt, String reason, int uncounted) {
        int changed = jdbc.sql("""
                update work set due_at = :due, lease_owner = null, lease_until = :free, reason = :reason,
                                attempts = greatest(attempts - :uncounted, 0)
                where merchant_id = :merchant and id = :id and fence = :fence
                """)
                .param("due", SqlArrays.instant(dueAt))
                .param("free", SqlArrays.instant(databaseClock.now()))
                .param("reason", cut(reason))
                .param("uncounted", uncounted)
                .param("merchant", merchant.value())
                .param("id", work.id())
                .param("fence", work.fence())
                .update();
        if (changed != 1) {
            throw new LostLease(work.kind());
        }
    }

    /**
     * Gives back what this node does not run at present; what another owns by now is left to it.
     *
     * @param counted whether the run counts as an attempt: not when it never began
     */
    void release(MerchantId merchant, List<LeasedWork> works, boolean counted) {
        List<LeasedWork> inOrder = sorted(works);
        jdbc.sql("""
                update work w set lease_owner = null, lease_until = :free, attempts = greatest(attempts - :uncounted, 0)
                from unnest(:ids::uuid[], :fences::int8[]) as u (id, fence)
                where w.merchant_id = :merchant and w.id = u.id and w.fence = u.fence
                """)
                .param("free", SqlArrays.instant(databaseClock.now()))
                .param("uncounted", counted ? 0 : 1)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(inOrder.stream().map(LeasedWork::id).toList()))
                .param(
                        "fences",
                        SqlArrays.longs(
                                inOrder.stream().mapToLong(LeasedWork::fence).toArray()))
                .update();
    }

    /** Takes the work out of the queue until a person has looked; the handler opens the task that says why. */
    public void park(MerchantId merchant, LeasedWork work, String reason) {
        int changed = jdbc.sql("""
                update work set parked_at = :at, lease_owner = null, lease_until = :free, reason = :reason
                where merchant_id = :merchant and id = :id and fence = :fence
                """)
                .param("at", SqlArrays.instant(clock.instant()))
                .param("free", SqlArrays.instant(databaseClock.now()))
                .param("reason", cut(reason))
                .param("merchant", merchant.value())
                .param("id", work.id())
                .param("fence", work.fence())
                .update();
        if (changed != 1) {
            throw new LostLease(work.kind());
        }
    }

    /** Deletes work of these subjects, leased or not: what it was for is no longer wanted. */
    public int remove(MerchantId merchant, String kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                delete from work
                where merchant_id = :merchant and kind = :kind and subject_id = any(:subjects::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("kind", kind)
                .param("subjects", SqlArrays.uuids(subjects))
                .update();
    }

    /** Brings parked work of a subject back with a fresh count of attempts; answers how many rows there were. */
    public int unpark(MerchantId merchant, String kind, UUID subject, Instant dueAt) {
        int changed = jdbc.sql("""
                update work set parked_at = null, attempts = 0, due_at = :due, reason = null
                where merchant_id = :merchant and kind = :kind and subject_id = :subject and parked_at is not null
                """)
                .param("due", SqlArrays.instant(dueAt))
                .param("merchant", merchant.value())
                .param("kind", kind)
                .param("subject", subject)
                .update();
        tenancy.afterCommit(() -> handOver.inlet().nudge());
        return changed;
    }

    /** When the work of each of these subjects is done next; a subject without any, or whose work is parked, is absent. */
    public Map<UUID, Instant> due(MerchantId merchant, String kind, Collection<UUID> subjects) {
        Map<UUID, Instant> due = new HashMap<>();
        if (subjects.isEmpty()) {
            return due;
        }
        jdbc.sql("""
                select subject_id, min(due_at) as due_at from work
                where merchant_id = :merchant and kind = :kind and subject_id = any(:subjects::uuid[])
                  and parked_at is null
                group by subject_id
                """)
                .param("merchant", merchant.value())
                .param("kind", kind)
                .param("subjects", SqlArrays.uuids(subjects))
                .query(row -> {
                    due.put(
                            row.getObject("subject_id", UUID.class),
                            row.getObject("due_at", OffsetDateTime.class).toInstant());
                });
        return due;
    }

    /** Work that is neither parked nor a schedule: what is still to be done by itself. */
    public long countOpen(MerchantId merchant) {
        return jdbc.sql("""
                select count(*) from work
                where merchant_id = :merchant and parked_at is null
                  and right(kind, 9) <> '.schedule' and right(kind, 5) <> '.poll'
                """)
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    /** Work that waits for a person. */
    public long countParked(MerchantId merchant) {
        return jdbc.sql("select count(*) from work where merchant_id = :merchant and parked_at is not null")
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    private static List<LeasedWork> sorted(List<LeasedWork> works) {
        return works.stream().sorted(Comparator.comparing(LeasedWork::id)).toList();
    }

    private static String cut(String reason) {
        return reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON);
    }
}
