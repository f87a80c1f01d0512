package dev.baton.purchasing;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Bucket;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.Placement;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StoreOrder;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.SupplierEndpoint;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What went wrong with suppliers' orders in systems of this kind, each under the name it has there. */
class SupplierOrderTrapsTest {

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("No unique key, the hook runs twice, the supplier ships twice (OFBiz)")
    void givesOneOrderOnePurchaseOrderHoweverOftenItIsHandedIn() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        StoreOrder order = road.shop.order("1", "LAMP×1").build();
        PlaceOrders placeOrders = road.baton.bean(PlaceOrders.class);

        placeOrders.place(road.merchant, List.of(order));
        placeOrders.place(road.merchant, List.of(order));
        road.work();
        road.work();

        assertThat(road.endpoint.got()).hasSize(1);
    }

    @RepeatedTest(20)
    @DisplayName("No unique key, the hook runs twice (OFBiz), both at the same moment")
    void givesOneOrderOnePurchaseOrderWhenItIsHandedInTwiceAtOnce() throws Exception {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        road.goods("VASE", road.supplier("BOLT", Netting.GROSS));
        StoreOrder order = road.shop.order("1", "LAMP×1", "VASE×2").build();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<List<Placement>> handIn = () -> {
            together.await();
            return road.baton.bean(PlaceOrders.class).place(road.merchant, List.of(order));
        };

        List<Placement> placed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Placement>> one = threads.submit(handIn);
            Future<List<Placement>> other = threads.submit(handIn);
            placed.addAll(one.get());
            placed.addAll(other.get());
        }
        road.work();

        assertThat(placed).filteredOn(each -> each instanceof Placement.Placed).hasSize(1);
        assertThat(placed)
                .extracting(Placement::order)
                .containsOnly(placed.getFirst().order());
        assertThat(road.purchaseOrders(placed.getFirst().order()))
                .extracting(PurchaseOrderView::status)
                .containsExactly(PurchaseOrderStatus.SENT, PurchaseOrderStatus.SENT);
        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(List.of(road.available("LAMP"), road.available("VASE"))).containsExactly(9L, 8L);
    }

    @Test
    @DisplayName("Two code paths raise the quantity after an edit (odoo #31963, #26937)")
    void asksForTheEditedQuantityOnceBeforeSending() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        SalesOrderId order = road.place("1", "LAMP×1");

        edit("1", "LAMP×3");
        road.work();

        assertThat(road.endpoint.got().stream()
                        .mapToInt(got -> got.json().at("/lines/0/quantity").intValue())
                        .sum())
                .isEqualTo(road.units(order, Bucket.SENT))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("The product is swapped, the old one stays on the purchase order (odoo #35454)")
    void sendsOnlyTheNewProductAfterASwapBeforeSending() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
        road.place("1", "LAMP×1");

        road.baton.clock().advance(Duration.ofSeconds(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1")
                                .line("LAMP", 1, 0)
                                .line("VASE", 1)
                                .build()));
        road.work();

        assertThat(road.endpoint.got()).singleElement().satisfies(got -> {
            JsonNode lines = got.json().path("lines");
            assertThat(lines.size()).isEqualTo(1);
            assertThat(lines.at("/0/sku").stringValue()).isEqualTo("S-VASE");
        });
    }

    @Test
    @DisplayName("Mail sent inline, failure swallowed, and the return skips every other supplier (spree_drop_ship)")
    void sendsToEveryOtherSupplierWhenOneFails() {
        try (SupplierEndpoint broken = new SupplierEndpoint()) {
            broken.answers(500, "");
            road.goods("LAMP", road.supplier("BROKEN", Netting.GROSS, broken.url(), true));
            road.goods("VASE", road.supplier("ACME", Netting.GROSS));
            road.goods("RUG", road.supplier("BOLT", Netting.GROSS));

            SalesOrderId order = road.place("1", "LAMP×1", "VASE×1", "RUG×1");
            road.work();

            assertThat(road.endpoint.got()).hasSize(2);
            assertThat(road.purchaseOrders(order))
                    .extracting(PurchaseOrderView::status)
                    .containsExactlyInAnyOrder(
                            PurchaseOrderStatus.SENDING, PurchaseOrderStatus.SENT, PurchaseOrderStatus.SENT);
        }
    }

    @Test
    @DisplayName("A line split over two purchase orders is merged back (odoo #30800)")
    void keepsALineThatIsSplitOverTwoSuppliersSplit() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        road.goods("LAMP", acme, bolt);
        SalesOrderId order = road.place("1", "LAMP×14");
        road.work();

        List<PurchaseOrderView> both = road.purchaseOrders(order);
        both.forEach(each -> road.acknowledge(
                each, "A1", accept(1, each.lines().getFirst().units().quantity())));

        assertThat(both).hasSize(2);
        assertThat(road.endpoint.got().stream()
                        .mapToInt(got -> got.json().at("/lines/0/quantity").intValue()))
                .containsExactlyInAnyOrder(10, 4);
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(14);
    }

    @Test
    @DisplayName("Partial shipment marks the whole line delivered (erpnext #45562)")
    void shipsOnlyTheUnitsThatLeft() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        SalesOrderId order = road.place("1", "LAMP×3");
        road.work();

        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                "S1",
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, 1)))))));

        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(road.units(order, Bucket.DELIVERED)).isZero();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.PARTLY_SHIPPED);
    }

    @Test
    @DisplayName("The ship-to falls back to the merchant's own address (erpnext #44019)")
    void sendsNothingRatherThanToAnotherAddress() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        SalesOrderId order = road.place("1", "LAMP×1");
        road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("update purchase_order set customer_record = :none where merchant_id = :merchant")
                        .param("none", new java.util.UUID(0, 0))
                        .param("merchant", road.merchant.value())
                        .update());

        road.work();

        assertThat(road.endpoint.got()).isEmpty();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.ISSUED);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
    }

    private void edit(String storeOrderId, String... lines) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop.order(storeOrderId, lines).build()));
    }
}
