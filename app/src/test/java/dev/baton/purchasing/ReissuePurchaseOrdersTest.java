package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.StoreId;
import dev.baton.orders.OrdersAllocated.Group;
import dev.baton.orders.OrdersAllocated.OrderAllocated;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.SupplierEndpoint;
import dev.baton.trading.TestRoad;
import dev.baton.trading.TransmissionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was not sent yet when the store changed it is written again under its number, in a new version. */
class ReissuePurchaseOrdersTest {

    private static final PostalAddress ELSEWHERE = new PostalAddress(
            "Ada Muster", null, "Torstr. 99", null, "Berlin", null, null, "10119", "DE", "+4930000000");

    private final TestRoad road = new TestRoad();
    private final SupplierId acme = road.supplier("ACME", Netting.GROSS);
    private final SupplierId bolt = road.supplier("BOLT", Netting.GROSS);

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void anotherAddressBeforeTheSendIsTheNextVersionUnderTheSameNumber() {
        road.goods("LAMP", acme);
        SalesOrderId order = road.place("1", "LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        change(road.shop.order("1", "LAMP×2").to(ELSEWHERE));

        PurchaseOrderView second = road.purchaseOrder(order);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.status()).isEqualTo(PurchaseOrderStatus.ISSUED);
        assertThat(second.lines()).extracting(PurchaseOrderLine::withdrawn).containsExactly(false, true);
        road.work();
        assertThat(road.transmissions(second))
                .extracting(each -> each.transmission().idempotencyKey())
                .containsExactly(first.number() + ".v1", first.number() + ".v2");
        assertThat(road.transmissions(second))
                .extracting(each -> each.transmission().status())
                .containsExactly(TransmissionStatus.WITHDRAWN, TransmissionStatus.SENT);
        SupplierEndpoint.Got got = road.endpoint.got().getFirst();
        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(got.idempotencyKey()).isEqualTo(first.number() + ".v2");
        assertThat(got.json().at("/version").intValue()).isEqualTo(2);
        assertThat(got.json().at("/shipTo/line1").stringValue()).isEqualTo("Torstr. 99");
        assertThat(got.json().at("/lines")).hasSize(1);
        assertThat(got.json().at("/lines/0/line").intValue()).isEqualTo(1);
        road.acknowledge(second, "A1", TestRoad.accept(1, 2));
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(road.openWork())
                .as("nothing waits of the version that never left")
                .isEqualTo(0);
    }

    @Test
    void whoIsAskedForTheFirstTimeGetsANumberOfItsOwnAndTheOtherKeepsIts() {
        road.goods("LAMP", acme);
        road.goods("VASE", bolt);
        SalesOrderId order = road.place("1", "LAMP×1");
        String number = road.purchaseOrder(order).number();

        change(road.shop.order("1", "LAMP×1", "VASE×1").to(ELSEWHERE));
        change(road.shop.order("1", "LAMP×1", "VASE×1"));
        road.work();

        List<PurchaseOrderView> all = road.purchaseOrders(order);
        assertThat(all).extracting(PurchaseOrderView::supplier).containsExactly(acme, bolt);
        assertThat(all.getFirst().number()).isEqualTo(number);
        assertThat(all.getLast().number()).isNotEqualTo(number).startsWith(number.substring(0, number.indexOf('-')));
        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(all).extracting(PurchaseOrderView::status).containsOnly(PurchaseOrderStatus.SENT);
    }

    @Test
    void theLinesOfEveryVersionCountFromOneAndThoseTakenBackStandBehind() {
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
        SalesOrderId order = road.place("1", "LAMP×2", "VASE×1");

        change(road.shop.order("1", "LAMP×2", "VASE×1").to(ELSEWHERE));
        change(road.shop.order("1", "LAMP×2", "VASE×1"));
        change(road.shop.order("1", "LAMP×2", "VASE×1").to(ELSEWHERE));

        PurchaseOrderView fourth = road.purchaseOrder(order);
        assertThat(fourth.version()).isEqualTo(4);
        assertThat(fourth.lines()).extracting(PurchaseOrderLine::line).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(fourth.lines())
                .extracting(PurchaseOrderLine::withdrawn)
                .containsExactly(false, false, true, true, true, true, true, true);
        assertThat(fourth.lines().subList(0, 2))
                .extracting(PurchaseOrderLine::merchantSku)
                .containsExactly("LAMP", "VASE");
    }

    @Test
    void whatWasSentIsNeverWrittenAgain() {
        road.goods("LAMP", acme);
        SalesOrderId order = road.place("1", "LAMP×1");
        road.work();
        PurchaseOrderView sent = road.purchaseOrder(order);

        change(road.shop.order("1", "LAMP×3"));
        road.work();

        assertThat(road.purchaseOrder(sent.number()).version()).isEqualTo(1);
        assertThat(road.purchaseOrders(order))
                .hasSize(2)
                .extracting(PurchaseOrderView::version)
                .containsOnly(1);
    }

    @Test
    void oneNumberedBeforeARestoreOrToAnotherPlaceIsNotTaken() {
        PurchaseOrder before = withdrawn("1001-1", "DE");
        PurchaseOrder since = withdrawn("A1001-2", "DE");
        Map<SalesOrderId, List<PurchaseOrder>> all = new HashMap<>();
        all.put(before.salesOrder(), new ArrayList<>(List.of(before, since)));
        ReissuePurchaseOrders.Withdrawn left = new ReissuePurchaseOrders.Withdrawn(all);
        OrderAllocated order = allocated(before);

        assertThat(left.take(order, new Group(acme, "AT", "EUR", List.of()))).isNull();
        assertThat(left.take(order, new Group(bolt, "DE", "EUR", List.of()))).isNull();
        assertThat(left.take(order, new Group(acme, "DE", "USD", List.of()))).isNull();
        assertThat(left.take(order, new Group(acme, "DE", "EUR", List.of()))).isEqualTo(since);
        assertThat(left.take(order, new Group(acme, "DE", "EUR", List.of())))
                .as("each once")
                .isNull();
    }

    private void change(Draft draft) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(draft.updatedAt(road.baton.clock().instant()).build()));
    }

    private final SalesOrderId held = new SalesOrderId(UUID.randomUUID());
    private final StoreId store = new StoreId(UUID.randomUUID());

    private PurchaseOrder withdrawn(String number, String shipFrom) {
        return new PurchaseOrder(
                new PurchaseOrderId(UUID.randomUUID()),
                number,
                1,
                PurchaseOrderStatus.WITHDRAWN,
                held,
                acme,
                store,
                "1",
                "#1",
                UUID.randomUUID(),
                new SubjectId(UUID.randomUUID()),
                shipFrom,
                "DE",
                null,
                "EUR",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static OrderAllocated allocated(PurchaseOrder of) {
        return new OrderAllocated(
                of.salesOrder(),
                "A1001",
                of.store(),
                "1",
                "#1",
                of.customerRecord(),
                of.subject(),
                "DE",
                null,
                3,
                Instant.EPOCH,
                List.of());
    }
}
