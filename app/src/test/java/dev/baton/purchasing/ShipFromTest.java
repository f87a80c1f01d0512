package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Micros;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supplier with two warehouses packs twice, and so is asked twice. */
class ShipFromTest {

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void eachPlaceASupplierShipsFromGetsAPurchaseOrderOfItsOwn() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        offered("LAMP", acme, "NORTH");
        offered("BULB", acme, "NORTH");
        offered("VASE", acme, "SOUTH");

        SalesOrderId order = road.place("1", "LAMP×1", "BULB×2", "VASE×1");
        road.work();

        List<PurchaseOrderView> asked = road.purchaseOrders(order);
        assertThat(asked).extracting(PurchaseOrderView::shipFrom).containsExactlyInAnyOrder("NORTH", "SOUTH");
        assertThat(asked).extracting(PurchaseOrderView::number).doesNotHaveDuplicates();
        assertThat(asked)
                .allSatisfy(
                        each -> assertThat(each.lines()).hasSize(each.shipFrom().equals("NORTH") ? 2 : 1));
        assertThat(road.endpoint.got().stream()
                        .map(got -> got.json().at("/shipFrom").asString("")))
                .containsExactlyInAnyOrder("NORTH", "SOUTH");
    }

    private void offered(String sku, SupplierId supplier, String shipFrom) {
        road.shop.sku(sku);
        road.baton
                .bean(DefineOffers.class)
                .define(
                        road.merchant,
                        List.of(new OfferDefinition(
                                sku, supplier, "S-" + sku, shipFrom, Micros.parse("7.00"), "EUR", 1, Set.of(), 1)));
        road.shop.stock(supplier, "S-" + sku, 10);
    }
}
