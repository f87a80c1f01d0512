package dev.baton.orders;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.EndOffers;
import dev.baton.catalog.OfferId;
import dev.baton.inventory.ClaimStock;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.PauseSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An order is planned in the very moment in which an offer ends or its supplier is paused. */
class EndedMeanwhileTest {

    private final TestRoad road = new TestRoad();
    private final EndOffers endOffers = road.baton.bean(EndOffers.class);
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private SupplierId acme;
    private SupplierId nord;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        nord = road.supplier("NORD", Netting.GROSS);
        road.goods("LAMP", acme, nord);
        road.goods("CUP", acme);
    }

    @AfterEach
    void close() {
        others.close();
        road.close();
    }

    @Test
    @DisplayName("The offer ends while an order is planned on it: the end waits, and nothing goes to it afterwards")
    void theEndOfAnOfferWaitsForWhoPlansOnIt() throws Exception {
        OfferId lamp = offer("S-LAMP");
        Future<Long> given;
        List<Future<SalesOrderId>> planned = new ArrayList<>();
        try (Connection outside = road.baton.database().connectAsSuperuser()) {
            given = road.baton.<Future<Long>>in(road.merchant, () -> {
                lock(lamp);
                planned.add(others.submit(() -> road.place("1", "LAMP×1")));
                await().until(() -> waiting(outside) == 1);
                Future<Long> end = others.submit(() -> {
                    endOffers.end(road.merchant, List.of(lamp), null, null);
                    return given(lamp);
                });
                await().until(() -> end.isDone() || waiting(outside) == 2);
                return end;
            });
        }
        long whenItHadEnded = given.get();
        planned.getFirst().get();

        assertThat(given(lamp)).isEqualTo(whenItHadEnded);
    }

    @Test
    @DisplayName("An order is planned while the end of an offer is about to commit: it goes elsewhere")
    void anOrderWaitsForAnEndThatIsUnderWay() throws Exception {
        SalesOrderId order = meanwhile(
                () -> endOffers.end(road.merchant, List.of(offer("S-LAMP")), null, null),
                () -> road.place("1", "LAMP×1"));

        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(nord);
    }

    @Test
    @DisplayName(
            "The only offer's end is about to commit: the order is held as one nobody takes, and does not wait for stock")
    void anOrderNobodyTakesAnyMoreIsHeld() throws Exception {
        SalesOrderId order = meanwhile(
                () -> endOffers.end(road.merchant, List.of(offer("S-CUP")), null, null),
                () -> road.place("1", "CUP×1"));

        assertThat(road.order(order).holds())
                .extracting(OrderView.HoldView::kind)
                .containsExactly(HoldKind.NO_SUPPLIER);
        assertThat(road.purchaseOrders(order)).isEmpty();
    }

    @Test
    @DisplayName("A supplier is paused while an order waits for its stock: the order goes elsewhere")
    void aSupplierPausedMeanwhileGetsNothing() throws Exception {
        OfferId lamp = offer("S-LAMP");
        Future<SalesOrderId> order;
        try (Connection outside = road.baton.database().connectAsSuperuser()) {
            order = road.baton.<Future<SalesOrderId>>in(road.merchant, () -> {
                lock(lamp);
                Future<SalesOrderId> planned = others.submit(() -> road.place("1", "LAMP×1"));
                await().until(() -> waiting(outside) == 1);
                await().until(others.submit(
                        () -> road.baton.bean(PauseSupplier.class).pause(road.merchant, acme, "flooded"))::isDone);
                return planned;
            });
        }

        assertThat(road.purchaseOrders(order.get()))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(nord);
    }

    @Test
    @DisplayName("An offer's day has come and nobody has written so yet: no order goes to it")
    void anEndHoldsFromItsMomentOn() {
        endOffers.end(
                road.merchant,
                List.of(offer("S-LAMP")),
                road.baton.clock().instant().plus(Duration.ofMinutes(5)),
                null);
        SalesOrderId before = road.place("1", "LAMP×1");
        road.baton.clock().advance(Duration.ofMinutes(5));

        SalesOrderId after = road.place("2", "LAMP×2");

        assertThat(road.purchaseOrder(before).supplier()).isEqualTo(acme);
        assertThat(road.purchaseOrder(after).supplier()).isEqualTo(nord);
    }

    /** Does the second while the first is done and not committed, until it waits for it or is done before. */
    private <T> T meanwhile(Runnable first, Callable<T> second) throws Exception {
        try (Connection outside = road.baton.database().connectAsSuperuser()) {
            return road.baton
                    .<Future<T>>in(road.merchant, () -> {
                        first.run();
                        Future<T> late = others.submit(second);
                        await().until(() -> late.isDone() || waiting(outside) == 1);
                        return late;
                    })
                    .get();
        }
    }

    private static int waiting(Connection outside) throws SQLException {
        try (Statement look = outside.createStatement();
                ResultSet waits = look.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            waits.next();
            return waits.getInt(1);
        }
    }

    private void lock(OfferId offer) {
        road.baton.bean(ClaimStock.class).lockAvailable(road.merchant, List.of(offer));
    }

    /** Acme's offer. */
    private OfferId offer(String supplierSku) {
        return requireNonNull(road.baton
                        .in(
                                road.merchant,
                                () -> road.baton
                                        .bean(CatalogLookup.class)
                                        .bySupplierSku(road.merchant, acme, List.of(supplierSku)))
                        .get(supplierSku))
                .getFirst()
                .id();
    }

    /** Allocations of the offer. */
    private long given(OfferId offer) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from allocation where merchant_id = :merchant and offer_id = :offer")
                        .param("merchant", road.merchant.value())
                        .param("offer", offer.value())
                        .query(Long.class)
                        .single());
    }
}
