package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.Waiting;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serves the lines that wait for a SKU, oldest first: page by page as long as stock is left, so that lines nobody
 * can ship where they go do not keep those behind them waiting.
 */
@Component
class ServeWaiting {

    /** Kind of the task that is open while somebody waits for more than a day; its subject is the SKU. */
    static final String TASK = "orders.waiting";

    /** Kind of the task that a person may release what waits; its subject is the SKU. */
    static final String READY = "orders.backorder-ready";

    /** Comes before every line. */
    static final UUID FIRST = new UUID(0, 0);

    /** Lines of one run at most: 10,000. The next feed or the daily look goes on from the oldest again. */
    private static final int MOST_PAGES = 50;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Closing closing;
    private final InventoryLookup stock;
    private final Follow follow;

    ServeWaiting(
            Tenancy tenancy, JdbcClient jdbc, OrderRows rows, Closing closing, InventoryLookup stock, Follow follow) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.rows = rows;
        this.closing = closing;
        this.stock = stock;
        this.follow = follow;
    }

    /** Who is told of what still waits. */
    @Component
    record Follow(Waiting waiting, Tasks tasks, ServedByHand byHand) {}

    private record Row(SalesOrderId order, UUID line) {}

    /** One transaction per page; needs no open one. What a person serves is left, with a task where it could be served. */
    void serve(MerchantId merchant, SkuId sku) {
        if (tenancy.inTransaction(merchant, () -> isLeftToAPerson(merchant, sku))) {
            return;
        }
        UUID after = FIRST;
        for (int i = 0; i < MOST_PAGES && after != null; i++) {
            UUID from = after;
            after = tenancy.<@Nullable UUID>inTransaction(
                    merchant, () -> step(merchant, sku, from).last());
        }
    }

    private boolean isLeftToAPerson(MerchantId merchant, SkuId sku) {
        if (!follow.byHand().among(merchant, List.of(sku)).contains(sku)) {
            return false;
        }
        ready(merchant, sku, stock.explain(merchant, sku).available());
        return true;
    }

    /** Tells a person that what waits could be served, or that it is settled. Needs an open transaction. */
    void ready(MerchantId merchant, SkuId sku, long available) {
        long waits = follow.waiting().of(merchant, List.of(sku)).getOrDefault(sku, 0L);
        if (available == 0 || waits == 0) {
            follow.tasks().closeFor(merchant, READY, sku.value(), "nothing is there to be released by a person");
            return;
        }
        String code = code(merchant, sku);
        follow.tasks()
                .open(
                        merchant,
                        new NewTask(
                                READY,
                                "sku",
                                sku.value(),
                                waits + (waits == 1 ? " unit of " : " units of ") + code
                                        + (waits == 1 ? " waits" : " wait") + ", and suppliers have " + available,
                                "Orders for it are released by a person. If nothing is done they wait although there is"
                                        + " stock. Rehearse the release, look who is served by whom, and release it; or"
                                        + " let stock serve them by itself again."));
    }

    /**
     * What one step came to.
     *
     * @param states the orders it looked at, the oldest line first, as they are now
     * @param last the last line of the step when there may be more to serve, else null
     */
    record Step(List<OrderState> states, @Nullable UUID last) {}

    /** Serves the next lines after the given one; needs an open transaction. */
    Step step(MerchantId merchant, SkuId sku, UUID after) {
        List<Row> oldest = oldest(merchant, sku, after);
        List<SalesOrderId> orders = oldest.stream().map(Row::order).distinct().toList();
        List<OrderState> states = rows.lock(merchant, orders).values().stream()
                .sorted(Comparator.comparingInt(state -> orders.indexOf(state.head.id())))
                .toList();
        follow.byHand().mark(merchant, states, sku);
        closing.close(merchant, states, new Closing.Act("ReleaseWaiting", "stock has come"), Planner.Mode.RELEASE);
        boolean more = oldest.size() == PlaceOrders.MOST_ORDERS
                && stock.explain(merchant, sku).available() > 0;
        return new Step(states, more ? oldest.getLast().line() : null);
    }

    private List<Row> oldest(MerchantId merchant, SkuId sku, UUID after) {
        return jdbc.sql("""
                select sales_order_id, line_id from order_line
                where merchant_id = :merchant and sku_id = :sku and waiting > 0 and line_id > :after
                order by merchant_id, sku_id, line_id limit :limit
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("after", after)
                .param("limit", PlaceOrders.MOST_ORDERS)
                .query((row, number) -> new Row(
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                        row.getObject("line_id", UUID.class)))
                .list();
    }

    /** Closes the task when nobody waits any more; answers how many units still do. Needs an open transaction. */
    long left(MerchantId merchant, SkuId sku) {
        long left = follow.waiting().of(merchant, List.of(sku)).getOrDefault(sku, 0L);
        if (left == 0) {
            follow.tasks().closeFor(merchant, TASK, sku.value(), "nobody waits any more");
            follow.tasks().closeFor(merchant, READY, sku.value(), "nobody waits any more");
        }
        return left;
    }

    /** Tells a person what waits. Needs an open transaction. */
    void tell(MerchantId merchant, SkuId sku, long units) {
        String code = code(merchant, sku);
        follow.tasks()
                .open(
                        merchant,
                        new NewTask(
                                TASK,
                                "sku",
                                sku.value(),
                                units + (units == 1 ? " unit of " + code + " waits" : " units of " + code + " wait")
                                        + " for stock",
                                "Customers ordered it and no supplier has it for them. If nothing is done the orders wait"
                                        + " for the next stock. Ask the suppliers, add an offer, or cancel the units."));
    }

    private String code(MerchantId merchant, SkuId sku) {
        return jdbc.sql("""
                select sku from order_line
                where merchant_id = :merchant and sku_id = :sku and waiting > 0 and sku is not null
                order by merchant_id, sku_id, line_id limit 1
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .query(String.class)
                .optional()
                .orElse("a SKU");
    }
}
