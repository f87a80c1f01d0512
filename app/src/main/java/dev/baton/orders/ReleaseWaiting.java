package dev.baton.orders;

import dev.baton.inventory.StockRaised;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves what waits for a SKU when stock of it has come, oldest order first. */
@Component
class ReleaseWaiting implements WorkHandler {

    static final String KIND = "orders.release-waiting";
    private static final String QUEUE = "orders.waiting";

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Closing closing;
    private final Work work;
    private final Clock clock;

    ReleaseWaiting(Tenancy tenancy, JdbcClient jdbc, OrderRows rows, Closing closing, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.rows = rows;
        this.closing = closing;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void on(StockRaised raised) {
        work.add(
                raised.merchant(),
                raised.skus().stream()
                        .map(sku -> new NewWork(QUEUE, KIND, sku.value(), clock.instant(), true))
                        .toList());
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
        return Duration.ofSeconds(60);
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            tenancy.run(merchant, () -> {
                List<SalesOrderId> oldest = oldest(merchant, item.subject());
                Collection<OrderState> states = rows.lock(merchant, oldest).values();
                List<OrderState> inOrder = states.stream()
                        .sorted(java.util.Comparator.comparingInt(state -> oldest.indexOf(state.head.id())))
                        .toList();
                int before = waiting(inOrder);
                closing.close(
                        merchant, inOrder, new Closing.Act("ReleaseWaiting", "stock has come"), Planner.Mode.RELEASE);
                Crash.at("orders.waiting-served");
                work.finish(merchant, List.of(item));
                if (oldest.size() == PlaceOrders.MOST_ORDERS && waiting(inOrder) == 0 && before > 0) {
                    work.add(merchant, List.of(new NewWork(QUEUE, KIND, item.subject(), clock.instant(), true)));
                }
            });
        }
    }

    private static int waiting(List<OrderState> states) {
        return states.stream()
                .flatMap(state -> state.lines.stream())
                .mapToInt(line -> line.in(Bucket.WAITING))
                .sum();
    }

    private List<SalesOrderId> oldest(MerchantId merchant, UUID sku) {
        return jdbc.sql("""
                select sales_order_id, min(line_id::text) as first_line
                from (select sales_order_id, line_id from order_line
                      where merchant_id = :merchant and sku_id = :sku and waiting > 0
                      order by merchant_id, sku_id, line_id limit :limit) w
                group by sales_order_id order by first_line
                """)
                .param("merchant", merchant.value())
                .param("sku", sku)
                .param("limit", PlaceOrders.MOST_ORDERS)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }
}
