package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks after what sells of a supplier's offers when its figures have come, once for all that come within a minute. */
@Component
final class WatchNewFigures implements WorkHandler {

    static final String KIND = "inventory.alerts-after-feed.schedule";

    private static final Duration GATHERED = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SoldUnits sold;
    private final WatchStock watch;
    private final AlertTasks tasks;
    private final Work work;
    private final Clock clock;

    WatchNewFigures(
            Tenancy tenancy,
            JdbcClient jdbc,
            SoldUnits sold,
            WatchStock watch,
            AlertTasks tasks,
            Work work,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.sold = sold;
        this.watch = watch;
        this.tasks = tasks;
        this.work = work;
        this.clock = clock;
    }

    /** Figures of the supplier have come; needs an open transaction. */
    void plan(MerchantId merchant, SupplierId supplier) {
        watch.begin(merchant);
        int planned = jdbc.sql("""
                insert into stock_turn (merchant_id, supplier_id, planned) values (:merchant, :supplier, true)
                on conflict (merchant_id, supplier_id) do update set planned = true where not stock_turn.planned
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .update();
        if (planned == 1) {
            work.add(
                    merchant,
                    List.of(new NewWork(
                            WatchStock.QUEUE,
                            KIND,
                            supplier.value(),
                            clock.instant().plus(GATHERED),
                            false)));
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
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            SupplierId supplier = new SupplierId(item.subject());
            tenancy.run(merchant, () -> begin(merchant, supplier));
            watch.each(merchant, after -> sold.watchedOf(merchant, supplier, after, LookAfterStock.PAGE));
            tenancy.run(merchant, () -> {
                tasks.tell(merchant);
                work.finish(merchant, List.of(item));
            });
        }
    }

    /** What comes from now on is another turn. */
    private void begin(MerchantId merchant, SupplierId supplier) {
        jdbc.sql("""
                update stock_turn set planned = false where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .update();
    }
}
