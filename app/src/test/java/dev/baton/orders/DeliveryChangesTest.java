package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as a change of the delivery, and who is told of one. */
class DeliveryChangesTest {

    private static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Probegasse 1", null, "Wien", null, null, "1010", "AT", "+431123456");

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        road.goods("LAMP", acme, bolt);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void whatNoSupplierIsToldIsNoChangeOfTheDelivery() {
        SalesOrderId order = sent("LAMP×1");

        change(road.shop.order("1", "LAMP×1").phone("+49 30 000000").by("new@customer.example"));
        assertThat(road.purchaseOrder(order).amendments()).isEmpty();

        change(road.shop.order("1", "LAMP×1").gift("For you"));
        assertThat(road.purchaseOrder(order).amendments()).hasSize(1);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
    }

    @Test
    void whatTheCustomerEnteredIsToldToTheSupplierAndItsChangeIsAsked() {
        SalesOrderId order = road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×1")
                                .properties(Map.of("Engraving", "For Ada", "_bundle", "7"))
                                .build()))
                .getFirst()
                .order();
        road.work();
        assertThat(road.endpoint
                        .got()
                        .getFirst()
                        .json()
                        .at("/lines/0/properties")
                        .toString())
                .isEqualTo("{\"Engraving\":\"For Ada\"}");

        change(road.shop.order("1", "LAMP×1").properties(Map.of("Engraving", "For Ada", "_bundle", "8")));
        assertThat(road.purchaseOrder(order).amendments()).isEmpty();
        change(road.shop.order("1", "LAMP×1").properties(Map.of("Engraving", "For Eva")));
        road.work();
        assertThat(road.endpoint
                        .documents("purchase_order.amendment")
                        .getFirst()
                        .at("/lines/0/properties")
                        .toString())
                .isEqualTo("{\"Engraving\":\"For Eva\"}");
    }

    @Test
    void aNewMailAddressIsKeptAlthoughNoSupplierIsTold() {
        SalesOrderId order = sent("LAMP×1");

        change(road.shop.order("1", "LAMP×1").by("new@customer.example"));

        OrderView view = road.order(order);
        ShipTo kept = road.baton
                .in(
                        road.merchant,
                        () -> road.baton.bean(OrderLookup.class).shipTo(road.merchant, List.of(view.customerRecord())))
                .get(view.customerRecord());
        assertThat(java.util.Objects.requireNonNull(kept).customer().email()).isEqualTo("new@customer.example");
    }

    @Test
    void everySupplierThatStillOwesGoodsIsAsked() {
        SalesOrderId order = road.place("1", "LAMP×15");
        road.baton.runDue();
        PurchaseOrderView first = road.purchaseOrders(order).getFirst();
        road.acknowledge(
                first,
                "A1",
                new Statement(
                        1, Action.REJECT, first.lines().getFirst().units().quantity(), RejectReason.OTHER, null, null));

        change(road.shop.order("1", "LAMP×15").gift("For her"));

        assertThat(road.purchaseOrders(order))
                .anySatisfy(each -> assertThat(each.amendments()).hasSize(1));
        assertThat(road.purchaseOrder(first.number()).amendments()).isEmpty();
    }

    @Test
    void anotherCountryBeforeTheSendIsHeldUntilAPersonReleasesIt() {
        SalesOrderId order = road.place("1", "LAMP×1");

        change(road.shop.order("1", "LAMP×1").to(VIENNA));
        road.work();

        OrderView.HoldView hold = openHold(order);
        assertThat(hold.kind()).isEqualTo(HoldKind.COUNTRY_CHANGED);
        assertThat(hold.detail()).startsWith("From DE to AT");
        assertThat(road.endpoint.got()).isEmpty();
        road.baton.bean(ReleaseHolds.class).release(road.merchant, hold.id(), "postage is paid");
        road.work();
        assertThat(road.endpoint.got())
                .singleElement()
                .satisfies(
                        got -> assertThat(got.json().at("/shipTo/countryCode").stringValue())
                                .isEqualTo("AT"));
    }

    @Test
    void aCountryThatComesBackReleasesItsHold() {
        SalesOrderId order = road.place("1", "LAMP×1");
        change(road.shop.order("1", "LAMP×1").to(VIENNA));

        change(road.shop.order("1", "LAMP×1"));
        road.work();

        assertThat(road.order(order).holds()).noneMatch(OrderView.HoldView::open);
        assertThat(road.endpoint.got()).hasSize(1);
    }

    private OrderView.HoldView openHold(SalesOrderId order) {
        return road.order(order).holds().stream()
                .filter(OrderView.HoldView::open)
                .findFirst()
                .orElseThrow();
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    private SalesOrderId change(Draft draft) {
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
