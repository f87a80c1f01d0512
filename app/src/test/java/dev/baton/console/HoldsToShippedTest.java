package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.orders.HoldKind;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of hold in a real browser: it stands among the exceptions, its way out is taken, the same order is shipped. */
class HoldsToShippedTest extends ConsoleInABrowser {

    private final HeldOrders held = new HeldOrders(shop);
    private Staffer ada;

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        ada = shop.asOwner();
    }

    @ParameterizedTest
    @EnumSource(HoldKind.class)
    void fromHoldToShippedWithoutAnotherImport(HoldKind kind) {
        SalesOrderId order = held.of(kind);
        try (BrowserContext context = signedIn(DESK, ColorScheme.LIGHT)) {
            Page page = open(context, of(kind));
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("[data-row]"))
                    .hasCount(1);
            page.locator("[data-row] [data-open]").click();
            page.waitForSelector("#ways");
            assertThat(page.locator("section[aria-labelledby=why]").innerText().length())
                    .as("why, in words")
                    .isGreaterThan(65);

            goOut(kind, page);

            page.waitForSelector("[data-notice]");
            assertThat(troubles).isEmpty();
        }
        assertThat(shop.asOwner().page(of(kind)).select("[data-row]")).isEmpty();
        if (kind == HoldKind.COUNTRY_CHANGED || kind == HoldKind.STOPPED_BY_HAND) {
            shop.baton.clock().advance(Duration.ofHours(2));
        }
        await().until(() -> asked(order).stream().anyMatch(each -> each.sentAt() != null));
        ship(asked(order).getLast());
        assertThat(shop.asOwner()
                        .page("/console/orders/" + order.value())
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

    private void goOut(HoldKind kind, Page page) {
        switch (kind) {
            case UNKNOWN_SKU -> {
                page.getByLabel("Your SKU").fill("LAMP");
                press(page, "[data-way=say-what-it-is] button");
                assertThat(page.locator("[data-preview]").innerText())
                        .contains("STRANGE becomes 1 × LAMP", "1 order waits for it", "goes on");
                assertThat(shop.asOwner().page(of(kind)).select("[data-row]"))
                        .as("nothing was changed")
                        .hasSize(1);
                press(page, "[data-preview] button");
            }
            case NO_SUPPLIER -> {
                shop.shop.goods("ORPHAN", "Orphaned lamp", shop.acme);
                press(page, "[data-way=plan-it-again] button");
            }
            case SUPPLIER_AWAY -> {
                shop.shop.goods("LAMP", "Desk lamp", shop.supplier("PRESENT"));
                press(page, "[data-way=plan-it-again] button");
            }
            case BAD_ADDRESS, PERSONAL_DATA_WITHHELD -> {
                page.getByLabel("Street and number").fill("Probestraße 1");
                page.getByLabel("Postcode").fill("10115");
                page.getByLabel("Town").fill("Berlin");
                page.getByLabel("Country, two letters").fill("DE");
                press(page, "[data-way=mend-the-address] button");
            }
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
                    STOPPED_BY_HAND -> press(page, "form[action='/console/holds/release'] button");
        }
    }

    private static void press(Page page, String button) {
        page.locator(button).first().click();
    }

    private static void taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("done=");
    }

    private HeldOrder order() {
        return held.order();
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
