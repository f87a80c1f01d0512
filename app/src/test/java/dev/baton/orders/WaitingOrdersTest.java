package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that wait for stock: who is served, when, and who is told. */
class WaitingOrdersTest {

    private static final PostalAddress PARIS = new PostalAddress(
            "Ada Muster", null, "1 rue de Rien", null, "Paris", null, null, "75001", "FR", "+33123456789");

    private final TestRoad road = new TestRoad();
    private SupplierId home;

    @BeforeEach
    void open() {
        SupplierId everywhere = road.supplier("WIDE", Netting.GROSS);
        home = road.supplier("HOME", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", everywhere, "W-LAMP", "10.00", 0);
        road.baton
                .bean(DefineOffers.class)
                .define(
                        road.merchant,
                        List.of(new OfferDefinition(
                                "LAMP", home, "H-LAMP", "MAIN", Micros.parse("11.00"), "EUR", 1, Set.of("DE"), 1)));
        road.shop.stock(home, "H-LAMP", 0);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void anAddressASupplierShipsToServesALineThatWaits() {
        SalesOrderId order = place(road.shop.order("1", "LAMP×1").to(PARIS));
        stock(2);
        road.work();
        assertThat(road.order(order).status()).isEqualTo("waiting");

        place(road.shop.order("1", "LAMP×1"));
        OrderView.HoldView country = road.order(order).holds().getFirst();
        assertThat(country.kind()).isEqualTo(HoldKind.COUNTRY_CHANGED);
        road.baton.bean(ReleaseHolds.class).release(road.merchant, country.id(), "moved for good");
        road.work();

        assertThat(road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void ordersNobodyCanShipYetDoNotKeepThoseBehindThemWaiting() {
        List<StoreOrder> far = new ArrayList<>();
        for (int i = 0; i < PlaceOrders.MOST_ORDERS; i++) {
            far.add(road.shop.order("F" + i, "LAMP×1").to(PARIS).build());
        }
        road.baton.bean(PlaceOrders.class).place(road.merchant, far);
        SalesOrderId near = place(road.shop.order("1", "LAMP×1"));
        assertThat(road.order(near).status()).isEqualTo("waiting");

        stock(2);
        road.work();

        assertThat(road.purchaseOrders(near)).hasSize(1);
    }

    @Test
    void whatWaitsForADayIsATaskUntilItIsServed() {
        SalesOrderId order = place(road.shop.order("1", "LAMP×2"));
        assertThat(road.taskKinds()).isEmpty();

        road.later(Duration.ofDays(1));
        assertThat(road.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.title()).isEqualTo("2 units of LAMP wait for stock"));

        stock(2);
        road.work();
        assertThat(road.order(order).status()).isNotEqualTo("waiting");
        assertThat(road.taskKinds()).doesNotContain("orders.waiting");
    }

    private void stock(int units) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(home, "H-LAMP", units);
    }

    private SalesOrderId place(Draft draft) {
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
