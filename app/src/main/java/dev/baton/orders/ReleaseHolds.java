package dev.baton.orders;

import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's word that a hold no longer stops the order; the same check does not stop it again. */
@Component
public final class ReleaseHolds {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Closing closing;

    ReleaseHolds(Tenancy tenancy, JdbcClient jdbc, OrderRows rows, Closing closing) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.rows = rows;
        this.closing = closing;
    }

    /**
     * Releases the hold and lets the order go on: claimed stock is sent, open units are planned. Releasing one
     * that is released already changes nothing. Opens a transaction or joins the caller's.
     *
     * @throws Problem NOT_FOUND when the hold is not this merchant's
     */
    public SalesOrderId release(MerchantId merchant, UUID hold, String note) {
        return tenancy.inTransaction(merchant, () -> {
            SalesOrderId order = orderOf(merchant, hold);
            OrderState state = rows.lock(merchant, List.of(order)).get(order);
            if (state == null) {
                throw new IllegalStateException("hold " + hold + " belongs to no order");
            }
            HoldState held = state.holds.stream()
                    .filter(h -> h.id.equals(hold))
                    .findFirst()
                    .orElseThrow();
            if (held.open()) {
                held.release(note, true);
                releaseBeside(state, held, note);
                goOn(state);
                closing.close(
                        merchant,
                        List.of(state),
                        new Closing.Act("ReleaseHolds", held.kind + ": " + note),
                        Planner.Mode.NEW_DEMAND);
            }
            return order;
        });
    }

    /** Parts of one line of the store are held for its margin together, and let go together. */
    private static void releaseBeside(OrderState state, HoldState held, String note) {
        if (held.kind != HoldKind.MARGIN_FLOOR || held.line == null) {
            return;
        }
        String storeLine = state.line(held.line).storeLineId;
        for (HoldState hold : state.holds) {
            OrderLineId line = hold.line;
            if (hold.open()
                    && hold.kind == HoldKind.MARGIN_FLOOR
                    && line != null
                    && state.line(line).storeLineId.equals(storeLine)) {
                hold.release(note, true);
            }
        }
    }

    private SalesOrderId orderOf(MerchantId merchant, UUID hold) {
        return jdbc.sql("select sales_order_id from hold where merchant_id = :merchant and hold_id = :hold")
                .param("merchant", merchant.value())
                .param("hold", hold)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no hold of that id; list open holds to find it."));
    }

    private static void goOn(OrderState state) {
        if (state.reserveOnly() || state.blocked()) {
            return;
        }
        for (AllocationState allocation : state.allocations) {
            if (allocation.stage == Stage.RESERVED) {
                allocation.stage = Stage.ALLOCATED;
                allocation.announce = true;
                allocation.touched = true;
            }
        }
    }
}
