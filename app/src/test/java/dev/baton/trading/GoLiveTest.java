package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.DefineStore;
import dev.baton.merchants.StoreDefinition;
import dev.baton.merchants.WatchStore;
import dev.baton.platform.Tasks;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WatchSupplier;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    void aPersonWhoGoesLiveWithWhatWaitsSendsItOnceAndOldestFirst() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        road.place("1", "VASE×1");
        road.place("2", "VASE×2");
        road.work();
        assertThat(waiting(WatchedLookup.Narrowed.NOT)).isEqualTo(2);
        assertThat(waiting(new WatchedLookup.Narrowed(watched, null, null, null)))
                .isEqualTo(2);

        road.baton.bean(WatchSupplier.class).goLive(road.merchant, watched);
        road.baton.bean(LetWatchedGo.class).begin(road.merchant, WatchedSide.SUPPLIER, watched.value());
        road.work();
        road.work();

        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(waiting(WatchedLookup.Narrowed.NOT)).isZero();
        assertThat(road.taskKinds()).doesNotContain("trading.watched");
        road.later(Duration.ofMinutes(11));
        assertThat(road.endpoint.got()).hasSize(2);
    }

    @Test
    void whatTheOtherSideKeepsBackStaysWhereItIs() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "VASE×1"));
        road.work();
        WatchStore stores = road.baton.bean(WatchStore.class);
        assertThat(stores.watch(road.merchant, issued.store())).isTrue();
        assertThat(stores.watch(road.merchant, issued.store())).isFalse();

        road.baton.bean(WatchSupplier.class).goLive(road.merchant, watched);
        road.baton.bean(LetWatchedGo.class).begin(road.merchant, WatchedSide.SUPPLIER, watched.value());
        road.work();
        assertThat(road.endpoint.got()).isEmpty();
        assertThat(waiting(WatchedLookup.Narrowed.NOT)).isEqualTo(1);

        stores.goLive(road.merchant, issued.store());
        road.baton
                .bean(LetWatchedGo.class)
                .begin(road.merchant, WatchedSide.STORE, issued.store().value());
        road.work();
        road.work();
        assertThat(road.endpoint.got()).hasSize(1);
    }

    @Test
    void whatWouldHaveBeenSentIsListedByDay() {
        store(false);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        Instant now = road.baton.clock().instant();

        assertThat(waiting(WatchedLookup.Narrowed.between(now.minusSeconds(60), now.plusSeconds(60))))
                .isEqualTo(1);
        assertThat(waiting(WatchedLookup.Narrowed.between(now.plusSeconds(60), now.plusSeconds(120))))
                .isZero();
        road.baton.in(road.merchant, () -> {
            WatchedLookup lookup = road.baton.bean(WatchedLookup.class);
            assertThat(lookup.page(road.merchant, WatchedLookup.Narrowed.NOT, null, 10))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.number()).isEqualTo(issued.number());
                        assertThat(row.purchaseOrder()).isEqualTo(issued.id());
                        assertThat(row.why()).contains("the store is in watch mode");
                    });
            assertThat(lookup.countsByStore(road.merchant)).containsEntry(issued.store(), 1L);
            assertThat(lookup.countsBySupplier(road.merchant, WatchedLookup.Narrowed.NOT))
                    .containsEntry(issued.supplier(), 1L);
            return true;
        });
    }

    private long waiting(WatchedLookup.Narrowed narrowed) {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(WatchedLookup.class).count(road.merchant, narrowed));
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
