package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.DefineStore;
import dev.baton.merchants.StoreDefinition;
import dev.baton.platform.Tasks;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was planned in watch mode waits for a person, also after supplier or store went live. */
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
    void goingLiveSendsNothingOfASupplierByItself() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "VASE×1"));
        road.work();

        road.supplier("NEW", Netting.GROSS, road.endpoint.url(), true);
        road.later(Duration.ofMinutes(3));

        sentOnlyByAPerson(issued, watched.value());
    }

    @Test
    void goingLiveSendsNothingOfAStoreByItself() {
        store(false);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        assertThat(road.endpoint.got()).isEmpty();

        store(true);
        road.later(Duration.ofMinutes(3));

        sentOnlyByAPerson(issued, issued.store().value());
    }

    private void sentOnlyByAPerson(PurchaseOrderView issued, UUID watched) {
        assertThat(road.endpoint.got()).isEmpty();
        List<Tasks.Task> open =
                road.baton.in(road.merchant, () -> road.baton.bean(Tasks.class).open(road.merchant, null, 50));
        assertThat(open).anySatisfy(task -> {
            assertThat(task.kind()).isEqualTo("trading.watched");
            assertThat(task.subject()).isEqualTo(watched);
            assertThat(task.detail()).contains("/resend");
        });

        road.baton
                .bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(issued).transmission().id());
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
