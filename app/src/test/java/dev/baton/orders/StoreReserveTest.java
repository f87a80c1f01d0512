package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SkuId;
import dev.baton.channels.Stores;
import dev.baton.inventory.BufferRule;
import dev.baton.inventory.BufferScope;
import dev.baton.inventory.SetBuffers;
import dev.baton.merchants.StoreId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the orders of a store must leave. */
class StoreReserveTest {

    private final TestRoad road = new TestRoad();
    private SupplierId near;
    private SupplierId far;

    @BeforeEach
    void open() {
        near = road.supplier("NEAR", Netting.GROSS);
        far = road.supplier("FAR", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", near, "N-LAMP", "10.00", 4);
        road.shop.offer("LAMP", far, "F-LAMP", "12.00", 3);
    }

    @AfterEach
    void close() {
        road.close();
    }

    private void leave(@Nullable SkuId sku, @Nullable Integer units) {
        road.baton
                .bean(SetBuffers.class)
                .set(road.merchant, List.of(new BufferRule(new BufferScope.OfStore(road.shop.store, sku), units)));
    }

    private SkuId lamp() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(CatalogLookup.class)
                        .skuByCode(road.merchant, "LAMP")
                        .orElseThrow()
                        .id());
    }

    private SalesOrderId place(String id, int units) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        return road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop.order(id, "LAMP×" + units).build()))
                .getFirst()
                .order();
    }

    @Test
    void anOrderGetsWhatIsLeftAndTheNextWaits() {
        leave(null, 3);

        SalesOrderId first = place("1", 4);
        SalesOrderId second = place("2", 1);

        assertThat(road.order(first).status()).isNotEqualTo("waiting");
        assertThat(road.order(second).status()).isEqualTo("waiting");
    }

    @Test
    void whatMustBeLeftCountsOverAllOffersTogether() {
        leave(lamp(), 3);

        assertThat(road.order(place("1", 5)).status()).isEqualTo("waiting");
    }

    @Test
    void aWaitingOrderIsServedWhenLessMustBeLeft() {
        leave(lamp(), 7);
        SalesOrderId order = place("1", 1);
        assertThat(road.order(order).status()).isEqualTo("waiting");

        leave(lamp(), null);
        road.work();

        assertThat(road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void whoeverQueuesBehindAnOrderOfThatStoreHasWhatItMustLeave() {
        leave(lamp(), 3);
        SalesOrderId tooMany = place("1", 5);
        StoreId other = Stores.plain(road.baton, road.merchant, "other", "api");

        SalesOrderId behind = road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop.order("2", "LAMP×6").from(other).build()))
                .getFirst()
                .order();
        assertThat(road.order(behind).status()).isEqualTo("waiting");
        road.work();

        assertThat(road.order(tooMany).status()).isEqualTo("waiting");
        assertThat(road.purchaseOrders(behind)).hasSize(2);
    }
}
