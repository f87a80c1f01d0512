package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.orders.BackorderPlan.Supply;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Serves what waits for a SKU by a person's word: rehearsed first, with nothing written, and then exactly as rehearsed
 * or not at all.
 */
@Component
public class ServeBackorders {

    private final Tenancy tenancy;
    private final ServeWaiting serve;
    private final ServedByHand byHand;
    private final WatchWaiting watch;
    private final Audit audit;

    ServeBackorders(Tenancy tenancy, ServeWaiting serve, ServedByHand byHand, WatchWaiting watch, Audit audit) {
        this.tenancy = tenancy;
        this.serve = serve;
        this.byHand = byHand;
        this.watch = watch;
        this.audit = audit;
    }

    /**
     * Which of the oldest {@link PlaceOrders#MOST_ORDERS} waiting orders would be served now, by whom and at what cost.
     * Nothing is written. Opens a transaction of its own.
     *
     * @throws IllegalStateException when a transaction is open
     */
    public BackorderPlan rehearse(MerchantId merchant, SkuId sku) {
        return tenancy.rehearse(merchant, () -> plan(sku, serve.step(merchant, sku, ServeWaiting.FIRST)));
    }

    /**
     * Serves exactly what was rehearsed. Opens a transaction of its own.
     *
     * @param token of the rehearsal
     * @throws Problem CONFLICT when stock, orders or terms have changed since: nothing is done, rehearse again
     * @throws IllegalStateException when a transaction is open
     */
    public BackorderPlan release(MerchantId merchant, SkuId sku, String token) {
        return tenancy.inTransaction(merchant, () -> {
            BackorderPlan plan = plan(sku, serve.step(merchant, sku, ServeWaiting.FIRST));
            if (!plan.token().equals(token)) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "Stock, orders or terms have changed since the rehearsal, so nothing was released: rehearse"
                                + " again and release what it says.",
                        "token");
            }
            serve.left(merchant, sku);
            return plan;
        });
    }

    /**
     * Lets orders that wait for the SKU be served by {@link #release} alone; stock that comes is then a task. Opens or
     * joins a transaction.
     */
    public void keepForAPerson(MerchantId merchant, SkuId sku) {
        tenancy.run(merchant, () -> {
            if (byHand.add(merchant, sku)) {
                audit(merchant, sku, "BY_ITSELF", "BY_HAND");
            }
        });
    }

    /** Lets stock that comes serve them by itself again, and what there is at once. Opens or joins a transaction. */
    public void serveByItself(MerchantId merchant, SkuId sku) {
        tenancy.run(merchant, () -> {
            if (byHand.remove(merchant, sku)) {
                watch.wake(merchant, Set.of(sku));
                serve.ready(merchant, sku, 0);
                audit(merchant, sku, "BY_HAND", "BY_ITSELF");
            }
        });
    }

    private void audit(MerchantId merchant, SkuId sku, String from, String to) {
        audit.record(merchant, List.of(new AuditEntry("ServeBackorders", "sku", sku.value(), from, to, null)));
    }

    private static BackorderPlan plan(SkuId sku, ServeWaiting.Step step) {
        List<BackorderPlan.Order> orders =
                step.states().stream().map(state -> order(state, sku)).toList();
        return new BackorderPlan(sku, token(orders), orders, step.last() != null);
    }

    private static BackorderPlan.Order order(OrderState state, SkuId sku) {
        List<Supply> supplies = new ArrayList<>();
        int served = 0;
        for (AllocationState each : state.allocations) {
            if (each.fresh) {
                LineState line = state.line(each.line);
                served += sku.equals(line.skuId) ? each.quantity : 0;
                supplies.add(new Supply(
                        line.sku,
                        each.offer,
                        each.supplier,
                        each.shipFrom,
                        each.quantity,
                        each.unitCostMicros,
                        each.currency,
                        each.besideMicros));
            }
        }
        int waiting = state.lines.stream()
                .filter(line -> sku.equals(line.skuId))
                .mapToInt(line -> line.in(Bucket.WAITING))
                .sum();
        return new BackorderPlan.Order(
                state.head.id(),
                state.head.number(),
                state.head.storeOrderName(),
                served,
                waiting,
                supplies,
                state.openHolds());
    }

    /** The same for the same plan, whatever ids its rows get. */
    private static String token(List<BackorderPlan.Order> orders) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(orders.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
