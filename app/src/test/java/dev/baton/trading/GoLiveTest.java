package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.DefineStore;
import dev.baton.merchants.StoreDefinition;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was planned in watch mode leaves when supplier or store go live. */
class GoLiveTest {

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("RUG", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void goingLiveSendsWhatWatchModeHasPlannedForASupplier() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "VASE×1"));
        road.work();

        road.supplier("NEW", Netting.GROSS, road.endpoint.url(), true);
        road.work();

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        road.later(Duration.ofMinutes(3));
        assertThat(road.endpoint.got()).hasSize(1);
    }

    @Test
    void goingLiveSendsWhatWatchModeHasPlannedForAStore() {
        store(false);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        assertThat(road.endpoint.got()).isEmpty();

        store(true);
        road.work();

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
    }

    private void store(boolean live) {
        road.baton
                .bean(DefineStore.class)
                .define(
                        road.merchant,
                        new StoreDefinition("main", "api", "Main store", "EUR", ZoneId.of("Europe/Berlin"), live));
    }
}
