package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.InParts;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Releases every order that something held which is known now: a SKU that was mapped, defined or offered. The oldest
 * orders go first and at once, the rest by work, a page of {@link PlaceOrders#MOST_ORDERS} a transaction. A line that
 * still cannot go is held again and says why.
 */
@Component
public class ReleaseKnown implements WorkHandler {

    static final String KIND = "orders.release-known";

    private static final String QUEUE = "orders.release";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final InParts.Pause PAUSE = new InParts.Pause(Duration.ofSeconds(30), "more orders to release");
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final ReleasePage page;
    private final Work work;
    private final InParts parts;
    private final Ids ids;
    private final Clock clock;

    ReleaseKnown(Tenancy tenancy, JdbcClient jdbc, ReleasePage page, Work work, InParts parts, IdsAndClock time) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.page = page;
        this.work = work;
        this.parts = parts;
        this.ids = time.ids();
        this.clock = time.clock();
    }

    /**
     * What a release does, or would do.
     *
     * @param held how many orders such holds stop before it
     * @param orders the oldest of them and what becomes of each
     * @param more whether there are others; a release goes on with them by itself
     */
    public record Outcome(long held, List<ReleasedOrder> orders, boolean more) {}

    /**
     * Does it all, but for the work of later pages, and takes it back: what each of the oldest orders would become.
     * Opens a transaction of its own.
     *
     * @param first the act that makes something known, done before and taken back too
     * @throws IllegalStateException when a transaction is open
     */
    public Outcome preview(MerchantId merchant, Runnable first, Supplier<HeldBy> wanted) {
        return tenancy.rehearse(merchant, () -> {
            first.run();
            HeldBy held = wanted.get();
            long count = page.count(merchant, held);
            ReleasePage.Page oldest = page.release(merchant, held, BEFORE_ALL, "preview");
            return new Outcome(count, oldest.orders(), oldest.more());
        });
    }

    /** How many orders such holds stop. Opens or joins a transaction. */
    public long count(MerchantId merchant, HeldBy wanted) {
        return tenancy.inTransaction(merchant, () -> page.count(merchant, wanted));
    }

    /**
     * Releases the oldest orders in the caller's transaction, or one of its own, and plans the rest.
     *
     * @param why for the timeline of each order
     */
    public Outcome release(MerchantId merchant, HeldBy wanted, String why) {
        return tenancy.inTransaction(merchant, () -> {
            long count = page.count(merchant, wanted);
            ReleasePage.Page oldest = page.release(merchant, wanted, BEFORE_ALL, why);
            if (oldest.more() && oldest.last() != null) {
                plan(merchant, wanted, why, oldest);
            }
            return new Outcome(count, oldest.orders(), oldest.more());
        });
    }

    private void plan(MerchantId merchant, HeldBy wanted, String why, ReleasePage.Page done) {
        UUID id = ids.next();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into hold_release (merchant_id, release_id, wanted, why, after_order, orders, begun_at)
                values (:merchant, :id, :wanted::jsonb, :why, :after, :orders, :now)
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("wanted", HeldByJson.write(wanted))
                .param("why", why)
                .param("after", done.last() == null ? BEFORE_ALL : done.last().value())
                .param("orders", done.orders().size())
                .param("now", SqlArrays.instant(now))
                .update();
        work.add(merchant, List.of(new NewWork(QUEUE, KIND, id, now, true)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    private record Row(String wanted, String why, UUID after) {}

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            parts.run(merchant, leased, PAUSE, from -> next(merchant, leased) ? Boolean.TRUE : null);
        }
    }

    /** One page; false when it was the last one. */
    private boolean next(MerchantId merchant, LeasedWork leased) {
        Optional<Row> row = jdbc.sql("""
                select wanted::text as wanted, why, after_order from hold_release
                where merchant_id = :merchant and release_id = :id and ended_at is null
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("id", leased.subject())
                .query((found, number) -> new Row(
                        found.getString("wanted"), found.getString("why"), found.getObject("after_order", UUID.class)))
                .optional();
        if (row.isEmpty()) {
            return false;
        }
        ReleasePage.Page done = page.release(
                merchant,
                HeldByJson.read(row.get().wanted()),
                row.get().after(),
                row.get().why());
        SalesOrderId last = done.last();
        jdbc.sql("""
                update hold_release
                set after_order = :after, orders = orders + :orders, ended_at = :ended
                where merchant_id = :merchant and release_id = :id
                """)
                .param("after", last == null ? row.get().after() : last.value())
                .param("orders", done.orders().size())
                .param("ended", SqlArrays.instant(done.more() ? null : clock.instant()))
                .param("merchant", merchant.value())
                .param("id", leased.subject())
                .update();
        return done.more();
    }
}
