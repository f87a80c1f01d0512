package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes rows of {@code allocation}. */
@Component
class AllocationWrites {

    private final JdbcClient jdbc;

    AllocationWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(MerchantId merchant, Collection<OrderState> states) {
        List<AllocationState> fresh = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        List<AllocationState> touched = new ArrayList<>();
        for (OrderState state : states) {
            for (AllocationState allocation : state.allocations) {
                if (allocation.fresh) {
                    fresh.add(allocation);
                    orders.add(state.head.id().value());
                } else if (allocation.touched) {
                    touched.add(allocation);
                }
            }
        }
        insert(merchant, fresh, orders);
        update(merchant, touched);
    }

    private void insert(MerchantId merchant, List<AllocationState> fresh, List<UUID> orders) {
        if (fresh.isEmpty()) {
            return;
        }
        int inserted = counts(fresh, jdbc.sql("""
                insert into allocation (merchant_id, allocation_id, sales_order_id, line_id, offer_id, supplier_id,
                    ship_from, supplier_sku, currency, unit_cost_micros, quantity, stage, accepted, rejected, shipped,
                    delivered, cancel_asked, cancelled, excess, beside_micros)
                select :merchant, a.id, a.sales_order, a.line, a.offer, a.supplier, a.ship_from, a.supplier_sku,
                    a.currency, a.cost, a.quantity, a.stage, a.accepted, a.rejected, a.shipped, a.delivered,
                    a.cancel_asked, a.cancelled, a.excess, a.beside
                from unnest(:ids::uuid[], :orders::uuid[], :lines::uuid[], :offers::uuid[], :suppliers::uuid[],
                    :shipFroms::text[], :supplierSkus::text[], :currencies::text[], :costs::int8[],
                    :quantities::int4[], :stages::text[], :accepted::int4[], :rejected::int4[], :shipped::int4[],
                    :delivered::int4[], :cancelAsked::int4[], :cancelled::int4[], :excess::int4[], :beside::int8[])
                  as a (id, sales_order, line, offer, supplier, ship_from, supplier_sku, currency, cost, quantity,
                    stage, accepted, rejected, shipped, delivered, cancel_asked, cancelled, excess, beside)
                """))
                .param("merchant", merchant.value())
                .param("orders", SqlArrays.uuids(orders))
                .param("lines", SqlArrays.uuids(Columns.of(fresh, a -> a.line.value())))
                .param("offers", SqlArrays.uuids(Columns.of(fresh, a -> a.offer.value())))
                .param("suppliers", SqlArrays.uuids(Columns.of(fresh, a -> a.supplier.value())))
                .param("shipFroms", SqlArrays.texts(Columns.of(fresh, a -> a.shipFrom)))
                .param("supplierSkus", SqlArrays.texts(Columns.of(fresh, a -> a.supplierSku)))
                .param("currencies", SqlArrays.texts(Columns.of(fresh, a -> a.currency)))
                .param("costs", SqlArrays.longs(Columns.of(fresh, a -> a.unitCostMicros)))
                .param("quantities", SqlArrays.ints(ints(fresh, a -> a.quantity)))
                .param(
                        "beside",
                        SqlArrays.longs(
                                fresh.stream().mapToLong(a -> a.besideMicros).toArray()))
                .update();
        OrderWrites.mustMatch(inserted, fresh.size(), "allocation");
    }

    private void update(MerchantId merchant, List<AllocationState> unsorted) {
        if (unsorted.isEmpty()) {
            return;
        }
        List<AllocationState> touched = unsorted.stream()
                .sorted(Comparator.comparing((AllocationState allocation) -> allocation.id.value()))
                .toList();
        int updated = counts(touched, jdbc.sql("""
                update allocation o set stage = a.stage, accepted = a.accepted, rejected = a.rejected,
                    shipped = a.shipped, delivered = a.delivered, cancel_asked = a.cancel_asked,
                    cancelled = a.cancelled, excess = a.excess, reroute_asked = a.reroute_asked,
                    rerouted = a.rerouted = 1
                from unnest(:ids::uuid[], :stages::text[], :accepted::int4[], :rejected::int4[], :shipped::int4[],
                    :delivered::int4[], :cancelAsked::int4[], :cancelled::int4[], :excess::int4[],
                    :rerouteAsked::int4[], :rerouted::int4[])
                  as a (id, stage, accepted, rejected, shipped, delivered, cancel_asked, cancelled, excess,
                    reroute_asked, rerouted)
                where o.merchant_id = :merchant and o.allocation_id = a.id
                """))
                .param("rerouteAsked", SqlArrays.ints(ints(touched, a -> a.rerouteAsked)))
                .param("rerouted", SqlArrays.ints(ints(touched, a -> a.rerouted ? 1 : 0)))
                .param("merchant", merchant.value())
                .update();
        OrderWrites.mustMatch(updated, touched.size(), "allocation");
    }

    private static StatementSpec counts(List<AllocationState> rows, StatementSpec statement) {
        return statement
                .param("ids", SqlArrays.uuids(Columns.of(rows, a -> a.id.value())))
                .param(
                        "stages",
                        SqlArrays.texts(Columns.of(rows, a -> a.stage.name().toLowerCase(Locale.ROOT))))
                .param("accepted", SqlArrays.ints(ints(rows, a -> a.accepted)))
                .param("rejected", SqlArrays.ints(ints(rows, a -> a.rejected)))
                .param("shipped", SqlArrays.ints(ints(rows, a -> a.shipped)))
                .param("delivered", SqlArrays.ints(ints(rows, a -> a.delivered)))
                .param("cancelAsked", SqlArrays.ints(ints(rows, a -> a.cancelAsked)))
                .param("cancelled", SqlArrays.ints(ints(rows, a -> a.cancelled)))
                .param("excess", SqlArrays.ints(ints(rows, a -> a.excess)));
    }

    private static int[] ints(List<AllocationState> rows, ToIntFunction<AllocationState> value) {
        return rows.stream().mapToInt(value).toArray();
    }
}
