package dev.baton.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.BeginAmendments;
import dev.baton.purchasing.PurchaseOrderView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms beside the main road and the list of open orders, each looked at, asked of axe, and sent. */
class PortalFormsInABrowserTest extends PortalInABrowser {

    private static final String LONG = "Handmade oak reading lamp, dimmable, with a linen shade, XXL";

    private static final String NEW_STREET = """
            {"name": "Maximiliane Mustermann-Beispielhaus", "company": "Beispielgesellschaft für Muster mbH",
             "line1": "Neue Probestraße 9, Hinterhaus, zweiter Aufgang", "line2": "bei Familie Beispiel",
             "city": "Berlin", "postcode": "10117", "countryCode": "DE", "phone": "+4930123456"}""";

    @BeforeEach
    void goods() {
        shop.goods("LAMP", LONG, true);
        shop.goods("VASE", "Vase", false);
    }

    @Test
    void axeFindsNothingOnTheAmendmentForm() {
        PurchaseOrderView order = amended("a1");

        look(shop.link(order), "amendment", page -> {
            assertThat(page.locator("#amendment [data-wish]")).containsText("Neue Probestraße 9");
        });
    }

    @Test
    void axeFindsNothingOnTheClosuresForm() {
        PurchaseOrderView order = shop.sent("c1", "LAMP×2");
        String today = today();
        shop.follow(shop.submit(
                shop.get(shop.link(order)),
                "closed",
                java.util.Map.of("from", today, "until", today, "note", "Stock-taking in both of our warehouses")));

        look(
                shop.link(order),
                "closures",
                page -> page.locator("summary:has-text('closed')").click());
        look(shop.link(order), "closures-refused", page -> {
            page.locator("summary:has-text('closed')").click();
            page.locator("#from").fill(today);
            page.locator("#until").fill(today);
            page.evaluate("document.getElementById('until').removeAttribute('min')");
            page.locator("#until").fill("2020-01-01");
            page.locator("#closed button").click();
            assertThat(page.locator("[data-notice=refused]")).isVisible();
            assertThat(page.locator("#until")).hasValue("2020-01-01");
        });
    }

    @Test
    void axeFindsNothingOnFortyLinesWithAnError() {
        String[] many = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> {
                    shop.goods("G" + i, i % 7 == 0 ? LONG.replace("XXL", "N" + i) : "Glass number " + i, false);
                    return "G" + i + "×" + (i % 3 + 1);
                })
                .toArray(String[]::new);
        PurchaseOrderView order = shop.sent("f1", many);

        look(shop.link(order), "forty", page -> {
            page.locator("summary:has-text('Ship')").first().click();
            page.locator("#ship input[type=number]").all().forEach(each -> each.fill("0"));
            page.locator("#ship button.button--main").click();
            assertThat(page.locator("[data-notice=refused]")).isVisible();
        });
    }

    @Test
    void axeFindsNothingOnTheOpenOrders() {
        String door = "/suppliers/" + shop.merchant.value().toString().replace("-", "");
        String session = shop.baton.bean(Sessions.class).begin(shop.merchant, List.of(shop.supplierId("acme")));
        openOrders(door, session, "orders-none");
        shop.sent("o1", "LAMP×2", "VASE×1");
        openOrders(door, session, "orders-one");
        for (int i = 2; i <= 12; i++) {
            shop.sent("o" + i, "LAMP×1", "VASE×" + i);
        }
        amended("o13");
        openOrders(door, session, "orders-many");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(context, door, "door");
            look(context, door, "door-code", page -> {
                page.locator("#email").fill("nobody-with-quite-a-long-name@warehouse-of-suppliers.example");
                page.locator("#code button").click();
                page.locator("#digits").fill("000000");
                page.locator("#open button").click();
                assertThat(page.locator("[role=alert]")).isVisible();
            });
        }
    }

    @Test
    void axeFindsNothingOnATableThatWasSent() {
        String door = "/suppliers/" + shop.merchant.hex();
        String session = shop.baton.bean(Sessions.class).begin(shop.merchant, List.of(shop.supplierId("acme")));
        String number = shop.sent("o1", "LAMP×2", "VASE×1").number();
        String table = "purchase order,sku,quantity,carrier,tracking number,sscc\n"
                + number + ",LAMP,2,UPS,1Z999AA10123456784,\n"
                + number + ",VASE,none,UPS,1ZBAT0N10300123458,\n"
                + number + ",VASE,1,UPS,1Z5R89390357567127,106141412345678907\n";
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            context.addCookies(List.of(new Cookie("baton_supplier", session)
                    .setUrl(shop.baton.baseUrl().resolve(door).toString())));
            look(context, door, "table-sent", page -> {
                page.locator("#table summary").click();
                page.locator("#file")
                        .setInputFiles(new FilePayload(
                                "t.csv", "text/csv", table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                page.locator("#table button").click();
                assertThat(page.locator("[data-told] li")).hasCount(2);
                assertThat(page.locator("[data-errors]")).isVisible();
            });
        }
    }

    private void openOrders(String door, String session, String name) {
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            context.addCookies(List.of(new Cookie("baton_supplier", session)
                    .setUrl(shop.baton.baseUrl().resolve(door).toString())));
            look(context, door, name);
        }
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void aSupplierAnswersAnAmendmentAndDeclaresAClosure(boolean javaScript) {
        PurchaseOrderView order = amended("j1");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, javaScript)) {
            List<String> troubles = new ArrayList<>();
            Page page = open(context, shop.link(order), troubles);
            page.locator("#amendment button[value=yes]").click();
            assertThat(page.locator("[data-notice=done]")).isVisible();
            assertThat(page.locator("#amendment")).hasCount(0);
            assertThat(page.locator("[data-ship-to]")).containsText("Neue Probestraße 9");

            page.locator("summary:has-text('closed')").click();
            page.locator("#from").fill(today());
            page.locator("#until").fill(today());
            page.locator("#closed button").click();
            assertThat(page.locator("[data-notice=done]")).isVisible();
            page.locator("summary:has-text('closed')").click();
            assertThat(page.locator("[name=withdraw]")).hasCount(1);
            assertThat(troubles).isEmpty();
        }
        assertThat(shop.order(order.number()).amendments().getLast().status()).isEqualTo(Amendment.Status.AGREED);
    }

    private String today() {
        return shop.baton
                .clock()
                .instant()
                .atZone(ZoneId.of("Europe/Berlin"))
                .toLocalDate()
                .toString();
    }

    private PurchaseOrderView amended(String id) {
        PurchaseOrderView sent = shop.sent(id, "LAMP×2", "VASE×20");
        shop.changed(id, NEW_STREET, "LAMP×2", "VASE×20");
        Amendment planned = shop.order(sent.number()).amendments().getLast();
        shop.in(() -> shop.baton.bean(BeginAmendments.class).begin(shop.merchant, List.of(planned.id())));
        return shop.order(sent.number());
    }
}
