package dev.baton.api;

import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.ShipTo;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it.
 *
 * @param state one word for where its goods are
 * @param payment what the store says of the money
 * @param customer null when there is none or the person was erased
 * @param allocations who ships what
 * @param holds every stop there was, open or released
 * @param deliveries what the store wants otherwise than suppliers were told; empty when they agree
 */
record OrderBody(
        String id,
        String number,
        String store,
        String storeOrderId,
        String storeOrderName,
        @Nullable Instant placedAt,
        Instant receivedAt,
        String state,
        String payment,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        String currency,
        Amount amounts,
        @Nullable String shipMethod,
        @Nullable Customer customer,
        @Nullable PostalAddress shipTo,
        List<OrderLineBody> lines,
        List<Allocation> allocations,
        List<Hold> holds,
        List<PurchaseOrder> purchaseOrders,
        List<Delivery> deliveries,
        List<ShipmentBody> shipments) {

    /** Decimal texts in the order's currency. */
    record Amount(
            String goods,
            String discount,
            String tax,
            boolean taxIncluded,
            String shipping,
            String total,
            String refunded) {}

    record Customer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale) {}

    /**
     * So many units of a line by one supplier; {@code stage} is one word for how far they are.
     *
     * @param cancelAsked units it is asked not to ship because nobody wants them
     * @param rerouteAsked units it is asked to leave to other suppliers
     */
    record Allocation(
            String id,
            String storeLineId,
            String supplier,
            String shipFrom,
            String supplierSku,
            int quantity,
            String unitCost,
            String currency,
            String stage,
            int accepted,
            int rejected,
            int shipped,
            int delivered,
            int cancelAsked,
            int rerouteAsked,
            int cancelled,
            int excess) {}

    /**
     * A stop.
     *
     * @param purpose goes on after "so that"
     * @param storeLineId null = it stops the whole order
     * @param asked what the customer was asked about it; null = nothing
     */
    record Hold(
            String id,
            String kind,
            String purpose,
            String owner,
            String detail,
            @Nullable String storeLineId,
            boolean open,
            @Nullable String releasedWhy,
            @Nullable AskedBody asked) {}

    /** What was ordered from whom. */
    record PurchaseOrder(String number, String supplier, String state) {}

    /**
     * A delivery the store wants otherwise than its supplier was told.
     *
     * @param state where the question to the supplier stands
     * @param reads in words: "going to the old address, Acme asked"
     */
    record Delivery(
            String purchaseOrder,
            String supplier,
            String amendmentId,
            String state,
            List<String> changes,
            String reads) {}

    /** What an order is printed with. */
    record Around(
            String store,
            @Nullable ShipTo person,
            Map<SupplierId, SupplierTerms> suppliers,
            List<PurchaseOrder> purchaseOrders,
            List<Delivery> deliveries,
            List<ShipmentBody> shipments) {}

    static OrderBody of(OrderView order, Around around) {
        Map<Object, LineView> lines =
                order.lines().stream().collect(Collectors.toMap(LineView::id, Function.identity()));
        ShipTo person = around.person();
        return new OrderBody(
                order.id().value().toString(),
                order.number(),
                around.store(),
                order.storeOrderId(),
                order.storeOrderName(),
                order.placedAt(),
                order.receivedAt(),
                order.status(),
                Lists.word(order.payment()),
                order.cancelledAt(),
                order.cancelReason(),
                order.currency(),
                amounts(order),
                order.shipMethod(),
                person == null
                        ? null
                        : new Customer(
                                person.customer().name(),
                                person.customer().email(),
                                person.customer().phone(),
                                person.customer().locale()),
                person == null ? null : person.address(),
                OrderLineBody.of(order.lines()),
                order.allocations().stream()
                        .map(allocation -> print(allocation, lines, around.suppliers()))
                        .toList(),
                order.holds().stream().map(hold -> print(hold, lines)).toList(),
                around.purchaseOrders(),
                around.deliveries(),
                around.shipments());
    }

    private static Amount amounts(OrderView order) {
        String currency = order.currency();
        var money = order.money();
        return new Amount(
                Amounts.ofMinor(money.subtotalMinor(), currency),
                Amounts.ofMinor(money.discountMinor(), currency),
                Amounts.ofMinor(money.taxMinor(), currency),
                money.taxIncluded(),
                Amounts.ofMinor(money.shippingMinor(), currency),
                Amounts.ofMinor(money.totalMinor(), currency),
                Amounts.ofMinor(order.refundedMinor(), currency));
    }

    private static Allocation print(
            AllocationView allocation, Map<Object, LineView> lines, Map<SupplierId, SupplierTerms> suppliers) {
        return new Allocation(
                allocation.id().value().toString(),
                storeLine(lines.get(allocation.line())),
                Suppliers.code(suppliers, allocation.supplier()),
                allocation.shipFrom(),
                allocation.supplierSku(),
                allocation.quantity(),
                Amounts.ofMicros(allocation.unitCostMicros()),
                allocation.currency(),
                allocation.stage(),
                allocation.accepted(),
                allocation.rejected(),
                allocation.shipped(),
                allocation.delivered(),
                allocation.cancelAsked(),
                allocation.rerouteAsked(),
                allocation.cancelled(),
                allocation.excess());
    }

    private static Hold print(HoldView hold, Map<Object, LineView> lines) {
        return new Hold(
                hold.id().toString(),
                hold.kind().name(),
                hold.kind().purpose(),
                hold.kind().owner(),
                hold.detail(),
                hold.line() == null ? null : storeLine(lines.get(hold.line())),
                hold.open(),
                hold.releasedWhy(),
                AskedBody.of(hold.asked()));
    }

    private static String storeLine(@Nullable LineView line) {
        return line == null ? "" : line.storeLineId();
    }
}
