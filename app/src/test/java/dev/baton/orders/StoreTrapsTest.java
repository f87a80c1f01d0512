package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Traps other systems fell into when a store changed an order that its supplier had. */
class StoreTrapsTest {

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        road.goods("VASE", road.supplier("ACME", Netting.GROSS));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("Two code paths raise the quantity after an edit (odoo #31963, #26937)")
    void unitsOnTopAfterTheSendAreOrderedOnceOnANewPurchaseOrder() {
        SalesOrderId order = sent("LAMP×2");

        change(road.shop.order("1", "LAMP×3"));
        change(road.shop.order("1", "LAMP×3").gift("For you"));
        road.work();

        assertThat(road.purchaseOrders(order))
                .filteredOn(each -> each.status() != PurchaseOrderStatus.WITHDRAWN)
                .extracting(StoreTrapsTest::units)
                .containsExactly(2, 1);
        assertThat(road.endpoint.documents("purchase_order").stream()
                        .mapToInt(document -> document.at("/lines/0/quantity").intValue())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("The product is swapped, the old one stays on the purchase order (odoo #35454)")
    void theOldProductIsAskedBackAndOnlyTheNewOneIsOrdered() {
        SalesOrderId order = sent("LAMP×2");

        change(road.shop.order("1", "VASE×2"));
        change(road.shop.order("1", "VASE×2"));
        road.work();

        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        assertThat(road.purchaseOrders(order))
                .extracting(each -> each.lines().getFirst().merchantSku())
                .containsExactly("LAMP", "VASE");
    }

    @Test
    @DisplayName("A fully refunded order still reads as paid")
    void aFullyRefundedOrderIsNeverSent() {
        SalesOrderId order = road.place("1", "LAMP×2");

        change(road.shop.order("1", "LAMP×2").refund(5_000).payment(Payment.REFUNDED));
        road.work();

        assertThat(road.endpoint.got()).isEmpty();
        assertThat(road.order(order).payment()).isEqualTo(Payment.REFUNDED);
        assertThat(road.order(order).status()).isEqualTo("cancelled");
    }

    @Test
    void aLineThatNeedsShippingAfterAllIsPlanned() {
        SalesOrderId order = change(road.shop.order("1").line("LAMP", 2).lastLine(shipping(false)));
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(2);

        change(road.shop.order("1").line("LAMP", 2));

        assertThat(units(order)).isEqualTo(Map.of(Bucket.ALLOCATED, 2));
        change(road.shop.order("1").line("LAMP", 2).lastLine(shipping(false)));
        assertThat(units(order)).isEqualTo(Map.of(Bucket.DELIVERED, 2));
        assertThat(road.available("LAMP")).isEqualTo(10);
    }

    @Test
    void unitsASupplierLeftOutBecauseNobodyWasToShipThemAreOrderedAgainWhenSomebodyIs() {
        SalesOrderId order = sent("LAMP×2");
        change(road.shop.order("1").line("LAMP", 2).lastLine(shipping(false)));
        PurchaseOrderView first = road.purchaseOrder(order);
        road.baton
                .bean(dev.baton.purchasing.AnswerCancellation.class)
                .answer(
                        road.merchant,
                        first.supplier(),
                        first.number(),
                        new dev.baton.purchasing.AnswerCancellation.CancellationReply(
                                first.cancellations().getFirst().id(), true, null));

        change(road.shop.order("1").line("LAMP", 2));

        assertThat(units(order)).isEqualTo(Map.of(Bucket.CANCELLED, 2, Bucket.ALLOCATED, 2));
        assertThat(road.purchaseOrders(order)).hasSize(2);
    }

    private static UnaryOperator<StoreLine> shipping(boolean required) {
        return line -> new StoreLine(
                line.storeLineId(),
                line.sku(),
                line.title(),
                line.quantity(),
                line.remaining(),
                line.fulfilledElsewhere(),
                required,
                line.unitPriceMinor(),
                line.discountMinor(),
                line.taxMinor(),
                line.properties());
    }

    private static int units(PurchaseOrderView of) {
        return of.lines().stream()
                .filter(line -> !line.withdrawn())
                .map(PurchaseOrderLine::units)
                .mapToInt(units -> units.quantity())
                .sum();
    }

    private Map<Bucket, Integer> units(SalesOrderId order) {
        return road.order(order).lines().getFirst().units();
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    private SalesOrderId change(Draft draft) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        return road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(draft.updatedAt(road.baton.clock().instant()).build()))
                .getFirst()
                .order();
    }
}
