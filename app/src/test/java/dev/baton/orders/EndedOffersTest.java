package dev.baton.orders;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.EndOffers;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.OfferStock;
import dev.baton.inventory.StockLedger;
import dev.baton.inventory.StockStep;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer the merchant ends gets no new orders and sells none of its stock, until it goes on again. */
class EndedOffersTest {

    private final TestRoad road = new TestRoad();
    private final EndOffers endOffers = road.baton.bean(EndOffers.class);
    private final CatalogLookup catalog = road.baton.bean(CatalogLookup.class);
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", acme, "A-LAMP", "10.00", 5);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void anEndedOfferGetsNoNewOrdersAndWhatWaitsForItIsHeldUntilItGoesOn() {
        SalesOrderId given = place("1", 2);
        SalesOrderId waits = place("2", 9);
        assertThat(road.order(waits).status()).isEqualTo("waiting");
        OfferId offer = offer("A-LAMP");
        road.later(Duration.ofMinutes(5));

        assertThat(endOffers.end(road.merchant, List.of(offer), null, "sold elsewhere"))
                .isEqualTo(1);
        assertThat(endOffers.end(road.merchant, List.of(offer), null, null))
                .as("it has ended")
                .isZero();
        road.work();

        assertThat(sellable()).isZero();
        assertThat(stock()).satisfies(figure -> {
            assertThat(figure.ended()).isTrue();
            assertThat(figure.observed()).isEqualTo(5);
            assertThat(figure.available()).isZero();
        });
        assertThat(road.baton
                        .bean(StockLedger.class)
                        .why(road.merchant, sku())
                        .offers()
                        .getFirst()
                        .steps())
                .extracting(StockStep::kind, StockStep::units)
                .contains(org.assertj.core.groups.Tuple.tuple(StockStep.Kind.ENDED, -3L));
        assertThat(road.baton
                        .bean(StockLedger.class)
                        .whyAt(road.merchant, sku(), now().minusSeconds(60))
                        .offers()
                        .getFirst()
                        .available())
                .as("a minute before it ended")
                .isEqualTo(3);
        assertThat(road.purchaseOrders(given)).as("what it was given stays").hasSize(1);
        SalesOrderId late = place("3", 1);
        assertThat(List.of(late, waits))
                .allSatisfy(order -> assertThat(road.order(order).holds())
                        .extracting(OrderView.HoldView::kind)
                        .containsExactly(HoldKind.NO_SUPPLIER));

        assertThat(endOffers.resume(road.merchant, List.of(offer))).isEqualTo(1);
        road.baton.bean(ReleaseKnown.class).release(road.merchant, HeldBy.wantOfAnOffer(List.of("LAMP")), "it goes on");
        road.work();
        road.shop.stock(acme, "A-LAMP", 20);
        road.work();

        assertThat(road.purchaseOrders(late)).hasSize(1);
        assertThat(road.purchaseOrders(waits)).hasSize(1);
    }

    @Test
    void anEndAheadComesByItselfAndLeavesTheOthers() {
        SupplierId nord = road.supplier("NORD", Netting.GROSS);
        road.shop.offer("LAMP", nord, "N-LAMP", "12.00", 4);
        OfferId offer = offer("A-LAMP");
        Instant at = now().plus(Duration.ofDays(2));

        assertThat(endOffers.end(road.merchant, List.of(offer), at, null)).isEqualTo(1);
        road.work();
        assertThat(sellable()).isEqualTo(9);
        assertThat(ended(offer)).isEqualTo(new OfferEnd(at, false));

        road.later(Duration.ofDays(2).plusMinutes(1));
        road.shop.stock(acme, "A-LAMP", 5);
        road.shop.stock(nord, "N-LAMP", 4);
        assertThat(ended(offer)).isEqualTo(new OfferEnd(at, true));
        assertThat(sellable()).isEqualTo(4);
        assertThat(road.purchaseOrders(place("1", 1)))
                .singleElement()
                .satisfies(sent -> assertThat(sent.supplier()).isEqualTo(nord));
        assertThatThrownBy(() -> endOffers.end(road.merchant, List.of(offer, new OfferId(new UUID(0, 1))), null, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no such offer");
    }

    private SalesOrderId place(String id, int units) {
        SalesOrderId order = road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop.order(id, "LAMP×" + units).build()))
                .getFirst()
                .order();
        road.work();
        return order;
    }

    private Instant now() {
        return road.baton.clock().instant();
    }

    private SkuId sku() {
        return road.baton
                .in(road.merchant, () -> catalog.skuByCode(road.merchant, "LAMP"))
                .orElseThrow()
                .id();
    }

    private OfferId offer(String supplierSku) {
        return requireNonNull(road.baton
                        .in(road.merchant, () -> catalog.bySupplierSku(road.merchant, acme, List.of(supplierSku)))
                        .get(supplierSku))
                .getFirst()
                .id();
    }

    private OfferEnd ended(OfferId offer) {
        return requireNonNull(road.baton
                .in(road.merchant, () -> catalog.ends(road.merchant, List.of(offer)))
                .get(offer));
    }

    private long sellable() {
        return requireNonNull(road.baton
                .bean(InventoryLookup.class)
                .sellable(road.merchant, List.of(sku()))
                .get(sku()));
    }

    private OfferStock stock() {
        return road.baton
                .bean(InventoryLookup.class)
                .explain(road.merchant, sku())
                .offers()
                .getFirst();
    }
}
