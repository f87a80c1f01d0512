package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.Placement.Placed;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

    private final TestBaton baton = TestBaton.shared();
    private final PlaceOrders placeOrders = baton.bean(PlaceOrders.class);
    private final OrderLookup lookup = baton.bean(OrderLookup.class);

    private TestShop shop;
    private SupplierId acme;
    private SupplierId bolt;

    @BeforeEach
    void open() {
        shop = new TestShop(baton);
        acme = shop.supplier("ACME", Netting.GROSS, 500);
        bolt = shop.supplier("BOLT", Netting.NET, 700);
        shop.sku("LAMP");
        shop.sku("SHADE");
        shop.offer("LAMP", acme, "A-LAMP", "10.00", 5);
        shop.offer("LAMP", bolt, "B-LAMP", "12.00", 5);
        shop.offer("SHADE", bolt, "B-SHADE", "3.00", 5);
    }

    @Test
    void cancelsUnsentUnitsAndAsksForSentOnes() {
        OrderView unsent = order(place(shop.order("1", "LAMP×2")).order());
        OrderView sent = order(place(shop.order("2", "LAMP×1")).order());
        send(sent);

        CancelOutcome first = baton.bean(CancelOrders.class)
                .cancel(shop.merchant, unsent.id(), new CancelRequest("changed my mind", Map.of()));
        CancelOutcome second = baton.bean(CancelOrders.class)
                .cancel(shop.merchant, sent.id(), new CancelRequest("changed my mind", Map.of()));
        CancelOutcome again = baton.bean(CancelOrders.class)
                .cancel(shop.merchant, sent.id(), new CancelRequest("changed my mind", Map.of()));

        assertThat(first).isEqualTo(new CancelOutcome(2, 0, 0));
        assertThat(second).isEqualTo(new CancelOutcome(0, 1, 0));
        assertThat(again).isEqualTo(new CancelOutcome(0, 0, 0));
        AllocationId allocation = sent.allocations().getFirst().id();
        baton.bean(AnswerCancellations.class)
                .answer(shop.merchant, List.of(new CancellationAnswer(allocation, UUID.randomUUID(), 1, true)));
        assertThat(order(sent.id()).status()).isEqualTo("cancelled");
        assertThat(available("LAMP")).isEqualTo(10);
    }

    @Test
    void sendsNothingThatWasCancelledBefore() {
        OrderView order = order(place(shop.order("1", "LAMP×2")).order());
        baton.bean(CancelOrders.class).cancel(shop.merchant, order.id(), new CancelRequest("no", Map.of()));

        assertThat(send(order)).isEmpty();
    }

    @Test
    void looksForAnotherSupplierWhenOneRefusesAndTakesItsWordOnStock() {
        OrderView order = order(place(shop.order("1", "LAMP×2")).order());
        send(order);

        refuse(order);

        OrderView rerouted = order(order.id());
        assertThat(rerouted.allocations())
                .filteredOn(a -> "allocated".equals(a.stage()))
                .singleElement()
                .satisfies(a -> assertThat(a.supplier()).isEqualTo(bolt));
        assertThat(available("LAMP")).isEqualTo(3);
    }

    @Test
    void stopsLookingAfterAsManyRefusalsAsTheMerchantAllows() {
        baton.in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("update merchant set max_reroutes = 0 where merchant_id = :m")
                        .param("m", shop.merchant.value())
                        .update());
        OrderView order = order(place(shop.order("1", "LAMP×2")).order());
        send(order);

        refuse(order);

        assertThat(order(order.id()).holds())
                .extracting(OrderView.HoldView::kind)
                .containsExactly(HoldKind.REROUTE_LIMIT);
    }

    @Test
    void shipsInPartsCountsExcessAndDelivers() {
        OrderView order = order(place(shop.order("1", "LAMP×3")).order());
        send(order);
        AllocationId allocation = order.allocations().getFirst().id();
        ShipAllocations ship = baton.bean(ShipAllocations.class);
        UUID first = UUID.randomUUID();

        ship.ship(shop.merchant, List.of(new AllocationShipped(allocation, first, 2)));
        ship.ship(shop.merchant, List.of(new AllocationShipped(allocation, first, 2)));
        assertThat(order(order.id()).status()).isEqualTo("part_shipped");
        Map<AllocationId, Integer> excess =
                ship.ship(shop.merchant, List.of(new AllocationShipped(allocation, UUID.randomUUID(), 2)));

        assertThat(excess).containsEntry(allocation, 1);
        assertThat(order(order.id()).status()).isEqualTo("shipped");
        baton.bean(DeliverUnits.class)
                .deliver(shop.merchant, List.of(new UnitsDelivered(allocation, UUID.randomUUID(), 4)));
        assertThat(order(order.id()).status()).isEqualTo("delivered");
    }

    private Placed place(TestShop.Draft draft) {
        return (Placed) placeOrders.place(shop.merchant, List.of(draft.build())).getFirst();
    }

    private OrderView order(SalesOrderId id) {
        return baton.in(shop.merchant, () -> lookup.find(shop.merchant, id).orElseThrow());
    }

    private java.util.Set<AllocationId> send(OrderView order) {
        return baton.in(shop.merchant, () -> {
            baton.bean(LockOrders.class).lock(shop.merchant, List.of(order.id()));
            return baton.bean(SendAllocations.class)
                    .send(
                            shop.merchant,
                            order.allocations().stream().map(AllocationView::id).toList());
        });
    }

    private void refuse(OrderView order) {
        baton.bean(AnswerAllocations.class)
                .answer(
                        shop.merchant,
                        List.of(new AllocationAnswer(
                                order.allocations().getFirst().id(),
                                UUID.randomUUID(),
                                new AllocationAnswer.Rejected(2, RejectReason.OUT_OF_STOCK, "none left"))));
    }

    private int available(String sku) {
        return (int) (long) baton.<Long>in(
                shop.merchant,
                () -> baton.bean(InventoryLookup.class)
                        .explain(
                                shop.merchant,
                                baton.bean(dev.baton.catalog.CatalogLookup.class)
                                        .skuByCode(shop.merchant, sku)
                                        .orElseThrow()
                                        .id())
                        .published());
    }
}
