package dev.baton.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.TakeBackLinks;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.testing.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link page in a real browser, on a phone and on a desk, with and without JavaScript. */
class LinkPageBrowserTest extends PortalInABrowser {

    private static final Map<String, String> PARCELS = Map.of(
            "parcel.1.carrier", "DHL",
            "parcel.1.tracking", "00340434161094021507",
            "parcel.1.weight", "12.5",
            "parcel.1.sscc", "106141412345678908",
            "parcel.1.line.1", "1",
            "parcel.2.carrier", "UPS",
            "parcel.2.tracking", "1Z5R89390357567128",
            "parcel.2.line.1", "1",
            "parcel.1.line.2", "0");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", true);
        shop.goods("VASE", "Vase", false);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void aSupplierAcceptsTakesItBackAcceptsAgainAndShipsTwoParcels(boolean javaScript) {
        PurchaseOrderView order = shop.sent("1", "LAMP×2", "VASE×1");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, javaScript)) {
            List<String> troubles = new ArrayList<>();
            Page page = open(context, shop.link(order), troubles);
            assertThat(page.locator("[data-copy]").isVisible())
                    .as("copying needs JavaScript")
                    .isEqualTo(javaScript);

            page.locator("#accept button").click();
            assertThat(page.locator("[data-notice=done]")).containsText("accepted");
            page.locator("#undo button").click();
            assertThat(page.locator("[data-notice=done]")).containsText("taken back");
            page.locator("#accept button").click();
            assertThat(page.locator("[data-state]")).hasText("Accepted");

            page.locator("[name='parcel.1.tracking']").fill("00340434161094021501");
            page.locator("[name='parcel.1.line.2']").fill("0");
            page.locator("button:has-text('One more parcel')").click();
            assertThat(page.locator("[name='parcel.2.carrier']")).isFocused();
            assertThat(page.locator("[name='parcel.1.tracking']")).hasValue("00340434161094021501");
            page.locator("[name='parcel.2.carrier']").fill("UPS");
            page.locator("[name='parcel.2.tracking']").fill("1Z5R89390357567127");
            page.locator("[name='parcel.2.line.2']").fill("1");
            page.locator("#ship button.button--main").click();

            assertThat(page.locator("[data-state]")).hasText("Shipped");
            assertThat(page.locator("[data-parcel]")).hasCount(2);
            assertThat(page.locator("[data-slips='2'] a")).hasCount(3);
            picture(page, "two-parcels-phone-light" + (javaScript ? "" : "-plain"));
            assertThat(troubles).isEmpty();
        }
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
    }

    @Test
    void theAddressIsCopiedAsItStands() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            List<String> troubles = new ArrayList<>();
            Page page = open(context, shop.link(order), troubles);
            String before = page.locator("[data-copy]").textContent();

            page.locator("[data-copy]").click();

            assertThat(page.locator("[data-copy]")).not().hasText(before);
            assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(page.locator("#address").innerText().strip())
                    .contains("Ada Muster\n", "Probestraße 1", "10115 Berlin");
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhy() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            Page page = open(context, shop.link(order) + "#cannot", new ArrayList<>());
            page.locator("#cannot summary").click();
            page.locator("[name='line.1.reject']").fill("1");
            page.locator("#answer button").click();

            assertThat(page.locator("[data-notice=refused]")).containsText("Choose why");
            assertThat(page.locator("[name='line.1.reject']")).hasValue("1");
            picture(page, "error-phone-light");
        }
    }

    @Test
    void axeFindsNothing() {
        shop.goods("LONG", "Handmade desk lamp with a very long name, 60 characters now", false);
        String[] many = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> {
                    shop.goods("G" + i, "Glass number " + i, false);
                    return "G" + i + "×" + (i % 3 + 1);
                })
                .toArray(String[]::new);
        PurchaseOrderView plain = shop.sent("1", "LONG×2", "VASE×1");
        PurchaseOrderView arabic = shop.begin(shop.orderedTo("2", """
                {"name": "ليلى مثال", "line1": "شارع الاختبار ١٢", "city": "دبي", "countryCode": "AE",
                 "phone": "+97141234567"}""", "VASE×3").getFirst());
        PurchaseOrderView large = shop.sent("3", many);
        PurchaseOrderView cancelled = shop.sent("4", "VASE×1");
        cancel(cancelled);
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(context, shop.link(plain), "plain");
            look(context, shop.link(arabic), "arabic");
            look(context, shop.link(large), "large");
            look(context, shop.link(cancelled), "question");
            look(context, "/t/nothing", "unknown");
            look(context, "/suppliers/" + shop.merchant.value().toString().replace("-", ""), "door");
        }
    }

    /** What becomes of a purchase order, in the words of its page: each looked at once. */
    @Test
    void axeFindsNothingHoweverTheOrderStands() {
        shop.goods("LONG", "Handmade desk lamp with a very long name, 60 characters now", false);
        shop.costs("LONG", "1.00");
        PurchaseOrderView dearer = shop.sent("1", "LONG×2", "VASE×1");
        send(dearer, "", "answer", Map.of("line.1.accept", "2", "line.1.cost", "1.25"));
        PurchaseOrderView late = shop.sent("2", "LONG×2");
        cancel(late);
        send(late, "", "cancellation", Map.of("answer", "yes"));
        PurchaseOrderView undone = shop.sent("3", "LONG×1", "VASE×2");
        send(undone, "", "accept", Map.of());
        send(undone, "", "undo", Map.of());
        PurchaseOrderView part = shop.sent("4", "LONG×3", "VASE×1");
        send(part, "?parcels=2", "ship", PARCELS);
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(context, shop.link(dearer), "counter-offer");
            look(context, shop.link(late), "cancelled");
            shipAllTheSame(late);
            look(context, shop.link(late), "recall");
            look(context, shop.link(undone) + "?done=undo&note=gone", "undone");
            look(context, shop.link(part) + "?done=ship&note=odd-number", "part-shipped");
            send(part, "", "ship", Map.of("parcel.1.carrier", ""));
            look(context, shop.link(part), "shipped");
            look(context, expired(part), "expired");
            look(context, expired(part) + "?done=fresh", "expired-asked");
            String before = shop.link(part);
            shop.baton.bean(TakeBackLinks.class).takeBack(shop.merchant, part.id(), 0);
            look(context, before, "taken-back");
            look(context, shop.link(undone) + "?parcels=2", "parcel-refused", page -> {
                page.locator("#ship").evaluate("form => form.closest('details').open = true");
                page.locator("#ship details").evaluateAll("all => all.forEach(each => { each.open = true; })");
                page.locator("[name='parcel.1.weight']").fill("12 pounds");
                page.locator("[name='parcel.2.sscc']").fill("106141412345678908");
                page.locator("#ship button.button--main").click();
                assertThat(page.locator("#ship .field__why")).isVisible();
                assertThat(page.locator("[name='parcel.2.sscc']")).isVisible();
            });
        }
    }

    @Test
    void isPrintedWithoutWhatIsToBePressed() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2", "VASE×1");
        try (BrowserContext context = context(PHONE, ColorScheme.DARK, true)) {
            Page page = open(context, shop.link(order), new ArrayList<>());
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            Printed.look(page, PICTURES, "printed");
            assertThat(page.locator("main")).containsText("Ada Muster");
        }
    }

    private void send(PurchaseOrderView order, String query, String form, Map<String, String> typed) {
        shop.follow(shop.submit(shop.get(shop.link(order) + query), form, typed));
    }

    private void shipAllTheSame(PurchaseOrderView order) {
        shop.baton
                .bean(RecordShipments.class)
                .record(
                        shop.merchant,
                        order.supplier(),
                        List.of(new NewShipment(
                                order.number(),
                                "late",
                                shop.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "dhl", "00340434161094021502", null, List.of(new PackageLine(1, 2)))))));
    }

    private String expired(PurchaseOrderView order) {
        return "/t/"
                + shop.in(() -> shop.baton
                        .bean(Links.class)
                        .sign(
                                shop.merchant,
                                LinkPurpose.PURCHASE_ORDER,
                                order.id().value(),
                                PurchaseOrderLinks.ALL,
                                shop.baton.clock().instant().minusSeconds(1)));
    }

    private void cancel(PurchaseOrderView order) {
        shop.api(
                "POST",
                "/api/v1/orders/" + order.salesOrder().value() + "/cancel",
                """
                {"reason": "Customer changed her mind"}""",
                Map.of("Idempotency-Key", "c" + order.number()));
    }
}
