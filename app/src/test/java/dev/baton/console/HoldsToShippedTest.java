package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.orders.HoldKind;
import dev.baton.orders.Payment;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StopOrders;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of hold: it stands among the exceptions, its way out is taken there, and the same order is shipped. */
class HoldsToShippedTest {

    private static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Probegasse 1", null, "Wien", null, null, "1010", "AT", null);

    private final ConsoleShop shop = new ConsoleShop();
    private Staffer ada;

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(HoldKind.class)
    void fromHoldToShippedWithoutAnotherImport(HoldKind kind) {
        SalesOrderId order = held(kind);
        Document list = ada.page(of(kind));
        assertThat(list.select("[data-row]")).as(list.text()).hasSize(1);
        String path = list.select("[data-row] [data-open]").attr("href");
        Document page = ada.page(path);
        assertThat(page.select("#why").text()).isNotEmpty();
        assertThat(page.select("section[aria-labelledby=why] p").text().length())
                .as("why, in words")
                .isGreaterThan(20);

        goOut(kind, path, page);

        assertThat(ada.page(of(kind)).select("[data-row]")).isEmpty();
        if (kind == HoldKind.COUNTRY_CHANGED || kind == HoldKind.STOPPED_BY_HAND) {
            shop.baton.clock().advance(Duration.ofHours(2));
        }
        await().until(() -> asked(order).stream().anyMatch(each -> each.sentAt() != null));
        ship(asked(order).getLast());
        assertThat(ada.page("/console/orders/" + order.value())
                        .select(".axes li")
                        .eachText()
                        .getFirst())
                .contains("Shipped");
    }

    private static String of(HoldKind kind) {
        return "/console/exceptions?kind=" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private List<PurchaseOrderView> asked(SalesOrderId order) {
        return shop.shop.purchaseOrders(order).stream()
                .filter(each -> each.lines().stream()
                        .anyMatch(line -> !line.withdrawn() && line.units().owed() > 0))
                .toList();
    }

    private void ship(PurchaseOrderView purchase) {
        shop.baton
                .bean(RecordShipments.class)
                .record(
                        shop.merchant,
                        purchase.supplier(),
                        List.of(new NewShipment(
                                purchase.number(),
                                "S-" + purchase.number(),
                                shop.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "UPS", "1Z999AA10123456784", null, List.of(new PackageLine(1, 1)))))));
    }

    private void goOut(HoldKind kind, String path, Document page) {
        switch (kind) {
            case UNKNOWN_SKU -> {
                Document preview = ada.page(path + "?sku=LAMP&quantity=1");
                assertThat(preview.select("[data-preview]").text())
                        .contains("STRANGE becomes 1 × LAMP", "1 order waits for it", "goes on");
                assertThat(ada.page(path).select("[data-way]"))
                        .as("nothing was changed")
                        .isNotEmpty();
                taken(ada.send(preview, "[data-preview] form", Map.of()));
            }
            case NO_SUPPLIER -> {
                shop.shop.goods("ORPHAN", "Orphaned lamp", shop.acme);
                taken(ada.send(page, "[data-way=plan-it-again] form", Map.of()));
            }
            case SUPPLIER_AWAY -> {
                shop.shop.goods("LAMP", "Desk lamp", shop.supplier("PRESENT"));
                shop.baton.clock().advance(Duration.ofMinutes(31));
                await().until(() -> ada.page(of(kind)).select("[data-row]").isEmpty());
            }
            case BAD_ADDRESS, PERSONAL_DATA_WITHHELD ->
                taken(ada.send(
                        page,
                        "[data-way=mend-the-address] form",
                        Map.of(
                                "name", "Ada Muster",
                                "line1", "Probestraße 1",
                                "postcode", "10115",
                                "city", "Berlin",
                                "country", "DE")));
            case REROUTE_LIMIT,
                    MARGIN_FLOOR,
                    UNPAID,
                    VALUE_LIMIT,
                    POSSIBLE_DUPLICATE,
                    REFUNDED_SHIP_ANYWAY,
                    COUNTRY_CHANGED,
                    BLOCKED_COUNTRY,
                    FRAUD_RISK,
                    TEST_ORDER,
                    STOPPED_BY_HAND -> taken(ada.send(page, "form[action=/console/holds/release]", Map.of()));
        }
    }

    private static void taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("done=");
    }

    private SalesOrderId held(HoldKind kind) {
        return switch (kind) {
            case UNKNOWN_SKU -> order().of("STRANGE").comesIn();
            case NO_SUPPLIER -> {
                shop.baton
                        .bean(dev.baton.catalog.DefineSkus.class)
                        .define(
                                shop.merchant,
                                List.of(new dev.baton.catalog.SkuDefinition(
                                        "ORPHAN", "Orphaned lamp", 500, true, List.of())));
                yield order().of("ORPHAN").comesIn();
            }
            case SUPPLIER_AWAY -> away();
            case REROUTE_LIMIT -> rejected();
            case MARGIN_FLOOR -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 0, Set.of(), 9_000));
                yield order().comesIn();
            }
            case UNPAID -> order().payment(Payment.PENDING).comesIn();
            case BAD_ADDRESS -> order().to(null).comesIn();
            case PERSONAL_DATA_WITHHELD -> order().withheld().comesIn();
            case VALUE_LIMIT -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 4_000, 3, 0, Set.of(), null));
                yield order().comesIn();
            }
            case POSSIBLE_DUPLICATE -> {
                new HeldOrder(shop, "1000").comesIn();
                yield order().comesIn();
            }
            case REFUNDED_SHIP_ANYWAY -> order().refunded(500).comesIn();
            case COUNTRY_CHANGED -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 3_600, Set.of(), null));
                order().comesIn();
                yield order().to(VIENNA).comesIn();
            }
            case BLOCKED_COUNTRY -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 0, Set.of("DE"), null));
                yield order().comesIn();
            }
            case FRAUD_RISK -> order().risky().comesIn();
            case TEST_ORDER -> order().test().comesIn();
            case STOPPED_BY_HAND -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 3_600, Set.of(), null));
                SalesOrderId order = order().comesIn();
                shop.baton.bean(StopOrders.class).stop(shop.merchant, order, "the customer called");
                yield order;
            }
        };
    }

    private HeldOrder order() {
        return new HeldOrder(shop, "1001");
    }

    /** Its only supplier gets nothing until it is back. */
    private SalesOrderId away() {
        LocalDate today = LocalDate.ofInstant(shop.baton.clock().instant(), ZoneOffset.UTC);
        shop.baton
                .bean(DeclareClosure.class)
                .declare(
                        shop.merchant,
                        shop.acme,
                        new DeclareClosure.Absence(today.minusDays(1), today.plusDays(9), null));
        shop.baton.bean(SetAwayPolicy.class).set(shop.merchant, shop.acme, new AwayPolicy(AwayPolicy.Kind.STOP, 0));
        return order().comesIn();
    }

    /** No other supplier may be looked for by itself, and the first one says no. */
    private SalesOrderId rejected() {
        SupplierId dearer = shop.supplier("DEARER");
        shop.shop.goods("LAMP", "Desk lamp", dearer);
        HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 0, 0, Set.of(), null));
        SalesOrderId order = order().comesIn();
        await().until(() -> asked(order).stream().anyMatch(each -> each.sentAt() != null));
        PurchaseOrderView purchase = asked(order).getFirst();
        shop.baton
                .bean(Acknowledge.class)
                .acknowledge(
                        shop.merchant,
                        purchase.supplier(),
                        purchase.number(),
                        new Acknowledgement(
                                "no-" + UUID.randomUUID(),
                                List.of(new Acknowledgement.Statement(
                                        1, Acknowledgement.Action.REJECT, 1, RejectReason.OTHER, null, null))));
        return order;
    }

    @Test
    void whatIsAskedForIsRefusedInWords() {
        SalesOrderId order = order().of("STRANGE").comesIn();
        String path = ada.page(of(HoldKind.UNKNOWN_SKU))
                .select("[data-row] [data-open]")
                .attr("href");

        assertThat(ada.page(path + "?sku=NOWHERE&quantity=1")
                        .select(".notice--bad")
                        .text())
                .contains("NOWHERE");
        assertThat(ada.page(path + "?sku=LAMP&quantity=many")
                        .select(".notice--bad")
                        .text())
                .contains("whole number");
        assertThat(ada.page(path).select("[data-way]")).isNotEmpty();

        HttpResponse<String> cancelled =
                ada.send(ada.page(path), "[data-way=cancel-the-order] form", Map.of("why", "nobody makes it"));
        assertThat(cancelled.headers().firstValue("Location").orElseThrow()).endsWith("done=cancelled");
        assertThat(ada.page("/console/orders/" + order.value()).text()).contains("nobody makes it");
        assertThat(ada.get(path).headers().firstValue("Location")).hasValue("/console/exceptions?gone=yes");
        assertThat(ada.page("/console/exceptions?gone=yes").text()).contains("This is settled already.");
    }

    @Test
    void aColleagueFindsWhatWasHandedOver() {
        order().to(null).comesIn();
        String path = ada.page(of(HoldKind.BAD_ADDRESS))
                .select("[data-row] [data-open]")
                .attr("href");
        Staffer ben = shop.as(dev.baton.merchants.Role.SUPPORT);
        String me = ben.page("/console/exceptions").select("select[name=with] option").stream()
                .filter(option -> option.text().equals("Me"))
                .findFirst()
                .orElseThrow()
                .val();
        assertThat(ben.page("/console/exceptions?with=" + me).select("[data-row]"))
                .isEmpty();

        taken(ada.send(ada.page(path), "#hand-over", Map.of("to", me, "note", "please call the customer")));

        assertThat(ben.page("/console/exceptions?with=" + me).select("[data-row]"))
                .hasSize(1);
        assertThat(ben.page(path).select("[data-note]").text()).contains("please call the customer", shop.owner);
        assertThat(ada.send(
                                ada.page(path),
                                "#hand-over",
                                Map.of("to", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(422);
    }
}
