package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks every quarter of an hour after what was sold since, and once a day after everything that sells. No order waits
 * for it, and no look reads goods nobody buys.
 */
@Component
final class WatchStock implements WorkHandler {

    static final String QUEUE = "inventory.alerts";
    static final String KIND = "inventory.alerts.schedule";
    static final Duration EVERY = Duration.ofMinutes(15);

    /** A claim may be committed so much later than its own time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Days counted anew every day: units given back since are no longer counted. */
    private static final int RECOUNTED_DAYS = 3;

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SoldUnits sold;
    private final LookAfterStock look;
    private final AlertTasks tasks;
    private final Work work;
    private final Clock clock;

    WatchStock(
            Tenancy tenancy,
            JdbcClient jdbc,
            SoldUnits sold,
            LookAfterStock look,
            AlertTasks tasks,
            Work work,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.sold = sold;
        this.look = look;
        this.tasks = tasks;
        this.work = work;
        this.clock = clock;
    }

    /** Begins with the merchant's first figures; needs an open transaction. */
    void begin(MerchantId merchant) {
        Instant now = clock.instant();
        int begun = jdbc.sql("""
                insert into stock_watch (merchant_id, begun_at, looked_at) values (:merchant, :now, :now)
                on conflict (merchant_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .update();
        if (begun == 1) {
            work.add(merchant, List.of(new NewWork(QUEUE, KIND, merchant.value(), now.plus(EVERY), false)));
        }
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

    private record Row(Instant lookedAt, @Nullable LocalDate wholeOn) {}

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Row row = tenancy.inTransaction(merchant, () -> read(merchant));
            boolean whole = !today.equals(row.wholeOn());
            int days = whole ? RECOUNTED_DAYS : 1;
            for (int i = days - 1; i >= 0; i--) {
                LocalDate day = today.minusDays(i);
                tenancy.run(merchant, () -> sold.count(merchant, day));
            }
            if (whole) {
                tenancy.run(merchant, () -> sold.forget(merchant, today.minusDays(SoldUnits.WINDOW_DAYS)));
                each(merchant, after -> sold.watched(merchant, after, LookAfterStock.PAGE));
            } else {
                Instant since = row.lookedAt().minus(OVERLAP);
                each(merchant, after -> sold.soldSince(merchant, since, after, LookAfterStock.PAGE));
            }
            tenancy.run(merchant, () -> {
                tasks.tell(merchant);
                write(merchant, now, today);
                work.again(merchant, item, now.plus(EVERY), "looks again");
            });
        }
    }

    /** One transaction per page. */
    void each(MerchantId merchant, Function<@Nullable SkuId, List<SkuId>> pages) {
        @Nullable SkuId after = null;
        do {
            @Nullable SkuId from = after;
            after = tenancy.<@Nullable SkuId>inTransaction(merchant, () -> {
                List<SkuId> page = pages.apply(from);
                look.look(merchant, page);
                return page.size() < LookAfterStock.PAGE ? null : page.getLast();
            });
        } while (after != null);
    }

    private Row read(MerchantId merchant) {
        return jdbc.sql("select looked_at, whole_on from stock_watch where merchant_id = :merchant limit 1")
                .param("merchant", merchant.value())
                .query((row, number) ->
                        new Row(Columns.instantOf(row, "looked_at"), row.getObject("whole_on", LocalDate.class)))
                .single();
    }

    private void write(MerchantId merchant, Instant now, LocalDate today) {
        jdbc.sql("""
                update stock_watch set looked_at = :now, whole_on = :today where merchant_id = :merchant
                """)
                .param("now", SqlArrays.instant(now))
                .param("today", today)
                .param("merchant", merchant.value())
                .update();
    }
}
