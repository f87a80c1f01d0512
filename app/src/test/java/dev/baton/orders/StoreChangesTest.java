package dev.baton.orders;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What later versions of the store do to an order that Baton, a person or a supplier has changed meanwhile. */
class StoreChangesTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        road.goods("LAMP", acme, bolt);
        road.goods("VASE", acme, bolt);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void aLaterVersionDoesNotBringBackAnOrderCancelledHere() {
        SalesOrderId order = road.place("1", "LAMP×2");
        cancel(order, Map.of());

        change(road.shop.order("1", "LAMP×2"));

        assertThat(road.order(order).status()).isEqualTo("cancelled");
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.available("LAMP")).isEqualTo(20);
    }

    @Test
    void aLaterVersionDoesNotBringBackUnitsCancelledHere() {
        SalesOrderId order = road.place("1", "LAMP×3");
        cancel(order, Map.of(line(order).id(), 1));

        change(road.shop.order("1", "LAMP×3"));

        assertThat(line(order).quantity()).isEqualTo(3);
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);
    }

    @Test
    void aLaterVersionDoesNotBringBackUnitsASupplierAgreedToCancel() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, Map.of(line(order).id(), 1));
        answer(order, true);

        change(road.shop.order("1", "LAMP×3"));

        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(line(order).quantity()).isEqualTo(3);
        assertThat(road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void theStoreFollowingACancellationMadeHereCancelsNothingMore() {
        SalesOrderId order = road.place("1", "LAMP×3");
        cancel(order, Map.of(line(order).id(), 1));

        change(road.shop.order("1").line("LAMP", 3, 2));
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);

        change(road.shop.order("1").line("LAMP", 3, 3));
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(3);
    }

    @Test
    void aCancelledOrderThatItsSupplierRejectsGoesToNobodyElse() {
        SalesOrderId order = sent("LAMP×2");
        cancel(order, Map.of());
        answer(order, false);

        road.acknowledge(
                road.purchaseOrder(order),
                "A1",
                new Statement(1, Action.REJECT, 2, RejectReason.OUT_OF_STOCK, null, null));

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.purchaseOrders(order)).hasSize(1);
        assertThat(openHolds(order)).isEmpty();
    }

    @Test
    void aRefusedCancellationIsNotAskedAgainByLaterVersions() {
        SalesOrderId order = sent("LAMP×2", "VASE×1");
        change(road.shop.order("1").line("LAMP", 2, 0).line("VASE", 1));
        answer(order, false);

        change(road.shop.order("1").line("LAMP", 2, 0).line("VASE", 1));

        assertThat(road.purchaseOrder(order).cancellations()).hasSize(1);
        assertThat(line(order).cancelRequested()).isZero();
    }

    @Test
    void aRefusedCancellationOfTheWholeOrderIsNotAskedAgainByLaterVersions() {
        SalesOrderId order = sent("LAMP×2");
        change(road.shop.order("1", "LAMP×2").cancelled());
        answer(order, false);

        change(road.shop.order("1", "LAMP×2").cancelled());

        assertThat(road.purchaseOrder(order).cancellations()).hasSize(1);
        assertThat(line(order).cancelRequested()).isZero();
    }

    @Test
    void whatAStoreWantsBackAfterARefusedCancellationIsNotOrderedTwice() {
        SalesOrderId order = sent("LAMP×2", "VASE×1");
        change(road.shop.order("1").line("LAMP", 2, 0).line("VASE", 1));
        answer(order, false);

        change(road.shop.order("1").line("LAMP", 2, 2).line("VASE", 1));

        assertThat(line(order).quantity()).isEqualTo(2);
        assertThat(road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void unitsFulfilledByHandAfterTheSendAreAskedBackOnce() {
        SalesOrderId order = sent("LAMP×3");

        change(road.shop.order("1").lineByHand("LAMP", 3, 1));
        assertThat(line(order).cancelRequested()).isEqualTo(1);

        answer(order, false);
        change(road.shop.order("1").lineByHand("LAMP", 3, 1));
        assertThat(road.purchaseOrder(order).cancellations()).hasSize(1);
        assertThat(line(order).quantity()).isEqualTo(3);
    }

    @Test
    void unitsFulfilledByHandThatTheSupplierLeavesOutAreNotOrderedAgain() {
        SalesOrderId order = sent("LAMP×3");
        change(road.shop.order("1").lineByHand("LAMP", 3, 1));
        answer(order, true);

        change(road.shop.order("1").lineByHand("LAMP", 3, 1));

        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(line(order).quantity()).isEqualTo(3);
        assertThat(road.purchaseOrder(order).cancellations()).hasSize(1);
    }

    /** odoo #35454: the product is swapped, the old one stays on the purchase order. */
    @Test
    void anotherProductOnTheSameLineReplacesTheOldOneBeforeTheSend() {
        SalesOrderId order = road.place("1", "LAMP×2");

        change(road.shop.order("1", "VASE×2"));
        change(road.shop.order("1", "VASE×2"));

        assertThat(units(order, "LAMP")).isEqualTo(Map.of(Bucket.CANCELLED, 2));
        assertThat(units(order, "VASE")).isEqualTo(Map.of(Bucket.ALLOCATED, 2));
        assertThat(road.order(order).lines()).hasSize(2);
        assertThat(road.available("LAMP")).isEqualTo(20);
    }

    @Test
    void anotherProductOnTheSameLineAsksTheOldOneBackAfterTheSend() {
        SalesOrderId order = sent("LAMP×2");

        change(road.shop.order("1", "VASE×2"));

        LineView old = line(order);
        assertThat(old.cancelRequested()).isEqualTo(2);
        assertThat(units(order, "VASE")).isEqualTo(Map.of(Bucket.ALLOCATED, 2));
    }

    @Test
    void aSkuGivenInTheStoreLaterIsPlanned() {
        Placement placed = road.baton
                .bean(PlaceOrders.class)
                .place(road.merchant, List.of(road.shop.order("1").line(null, 1).build()))
                .getFirst();
        assertThat(openHolds(placed.order())).containsExactly(HoldKind.UNKNOWN_SKU);

        change(road.shop.order("1", "LAMP×1"));

        assertThat(openHolds(placed.order())).isEmpty();
        assertThat(units(placed.order(), "LAMP")).isEqualTo(Map.of(Bucket.ALLOCATED, 1));
    }

    @Test
    void cancellingALineClosesItsHold() {
        SalesOrderId order = road.place("1", "LAMP×1", "UNHEARD×1");
        assertThat(openHolds(order)).containsExactly(HoldKind.UNKNOWN_SKU);

        cancel(order, Map.of(road.order(order).lines().get(1).id(), 1));

        assertThat(openHolds(order)).isEmpty();
    }

    @Test
    void removingALineInTheStoreClosesItsHold() {
        SalesOrderId order = road.place("1", "LAMP×1", "UNHEARD×1");

        change(road.shop.order("1", "LAMP×1").line("UNHEARD", 1, 0));

        assertThat(openHolds(order)).isEmpty();
    }

    @Test
    void aVersionThatDoesNotSpeakOfRiskLeavesAFraudHoldAlone() {
        SalesOrderId order = road.place("1", "LAMP×1");
        change(road.shop.order("1", "LAMP×1").risk(RiskLevel.HIGH));
        assertThat(openHolds(order)).containsExactly(HoldKind.FRAUD_RISK);

        change(road.shop.order("1", "LAMP×1"));
        assertThat(openHolds(order)).containsExactly(HoldKind.FRAUD_RISK);

        change(road.shop.order("1", "LAMP×1").risk(RiskLevel.LOW));
        assertThat(openHolds(order)).isEmpty();
    }

    @Test
    void anAddressHoldReleasedWithoutACountryIsHeldAgain() {
        PostalAddress nowhere =
                new PostalAddress("Ada", null, "Probestraße 1", null, "Berlin", null, null, "10115", null, null);
        SalesOrderId order = change(road.shop.order("1", "LAMP×1").to(nowhere));
        OrderView.HoldView hold = road.order(order).holds().getFirst();

        road.baton.bean(ReleaseHolds.class).release(road.merchant, hold.id(), "ship it all the same");

        assertThat(openHolds(order)).containsExactly(HoldKind.BAD_ADDRESS);
    }

    @Test
    void unitsAddedToALineThatNeedsNoShippingGoToNoSupplier() {
        road.baton
                .bean(dev.baton.catalog.DefineSkus.class)
                .define(
                        road.merchant,
                        List.of(new dev.baton.catalog.SkuDefinition("CARD", "Gift card", 0, false, List.of())));
        SalesOrderId order = road.place("1", "CARD×1", "LAMP×1");

        change(road.shop.order("1", "CARD×3", "LAMP×1"));

        assertThat(units(order, "CARD")).isEqualTo(Map.of(Bucket.DELIVERED, 3));
        assertThat(openHolds(order)).isEmpty();
    }

    @Test
    void unitsTheStoreGaveUpGoToNobodyElseWhenTheirSupplierRejectsThemLater() {
        SalesOrderId order = sent("LAMP×2", "VASE×1");
        change(road.shop.order("1").line("LAMP", 2, 0).line("VASE", 1));
        answer(order, false);

        road.acknowledge(
                road.purchaseOrder(order), "A1", new Statement(1, Action.REJECT, 2, RejectReason.OTHER, null, null));

        assertThat(units(order, "LAMP")).isEqualTo(Map.of(Bucket.CANCELLED, 2));
        assertThat(road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void acceptedUnitsCancelledHereStayCancelled() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));
        cancel(order, Map.of(line(order).id(), 2));
        answer(order, true);

        change(road.shop.order("1", "LAMP×2"));

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.purchaseOrders(order)).hasSize(1);
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

    private void cancel(SalesOrderId order, Map<OrderLineId, Integer> quantities) {
        road.baton.bean(CancelOrders.class).cancel(road.merchant, order, new CancelRequest("by phone", quantities));
    }

    private void answer(SalesOrderId order, boolean agreed) {
        PurchaseOrderView view = road.purchaseOrder(order);
        Cancellation question = view.cancellations().getLast();
        road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        view.supplier(),
                        view.number(),
                        new CancellationReply(question.id(), agreed, null));
    }

    private LineView line(SalesOrderId order) {
        return road.order(order).lines().getFirst();
    }

    private Map<Bucket, Integer> units(SalesOrderId order, String sku) {
        return road.order(order).lines().stream()
                .filter(line -> sku.equals(line.sku()))
                .findFirst()
                .orElseThrow()
                .units();
    }

    private List<HoldKind> openHolds(SalesOrderId order) {
        return road.order(order).holds().stream()
                .filter(OrderView.HoldView::open)
                .map(OrderView.HoldView::kind)
                .toList();
    }
}
