package dev.baton.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.DefineBrand;
import dev.baton.notifications.MessageLookup;
import dev.baton.notifications.TestPicture;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.mail.MailWaits;
import dev.baton.testing.CustomersShop;
import dev.baton.tracking.ScanCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The customer's page of one order, its look-up, and the logo on it. */
class OrderPageTest {

    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";

    private final CustomersPages pages = new CustomersPages("blue", "#1d4ed8");

    @BeforeEach
    void open() {
        pages.shop.goods("LAMP", "Desk lamp", pages.acme);
        pages.shop.goods("BULB", "Bulb", pages.acme);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private Document page(SalesOrderId order) {
        HttpResponse<String> answer = pages.get(pages.link(order));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void showsEachParcelWithItsItemsAndWhatIsToCome() {
        SalesOrderId order = pages.sent("1001", "en", "LAMP×2", "BULB×1");
        assertThat(page(order).select("h1").text()).isEqualTo("We are getting your order ready");
        pages.shop.ship(order, "ups", ONE, 1);

        Document shipped = page(order);
        assertThat(shipped.select("h1").text()).isEqualTo("Part of your order is on its way");
        assertThat(shipped.select("[data-parcel=" + ONE + "] .units").text()).isEqualTo("Title of LAMP 1 ×");
        assertThat(shipped.select("[data-parcel=" + ONE + "] [data-state]").text())
                .contains("The carrier has not reported it yet");
        assertThat(shipped.select("[data-group=toCome] .units").text())
                .isEqualTo("Title of LAMP 1 × Title of BULB 1 ×");
        assertThat(shipped.select("a.button").attr("href")).startsWith("https://www.ups.com/");
    }

    @Test
    void namesTheSetThatPartsInAParcelBelongTo() {
        pages.shop.goods("CUP", "Cup", pages.acme);
        pages.shop.goods("POT", "Pot", pages.acme);
        pages.shop.set("TEA", "Tea set in the catalogue", "CUP×2", "POT×1");
        SalesOrderId order = pages.sent("1020", "en", "TEA|Tea for two×1", "LAMP×1");
        pages.shop.ship(order, "ups", ONE, 1, 1);

        Document page = page(order);
        assertThat(page.select("[data-parcel=" + ONE + "] .set > span").text()).isEqualTo("Part of Tea for two");
        assertThat(page.select("[data-parcel=" + ONE + "] .set li").eachText()).containsExactly("Cup 1 ×");
        assertThat(page.select("[data-parcel=" + ONE + "] .units > li:not(.set):not(.set li)")
                        .eachText())
                .containsExactly("Title of LAMP 1 ×");
        assertThat(page.select("[data-group=toCome] .set li").eachText()).containsExactly("Cup 1 ×", "Pot 1 ×");
        assertThat(Jsoup.parse(pages.get(page.select("nav a[lang=de]").attr("href"))
                                .body())
                        .select("[data-group=toCome] .set > span")
                        .text())
                .isEqualTo("Teil von Tea for two");
    }

    @Test
    void saysOfAParcelWhatIsKnownAndNoMore() {
        SalesOrderId order = pages.sent("1002", "en", "LAMP×1");
        pages.shop.ship(order, "ups", TWO, 1);

        pages.shop.scan(TWO, ScanCode.PRE_TRANSIT, 1, null, null);
        assertThat(state(order)).isEqualTo("Label made, not yet handed over");
        pages.shop.scan(TWO, ScanCode.IN_TRANSIT, 2, "Arrived at facility", "Leipzig");
        assertThat(state(order)).isEqualTo("On its way");
        assertThat(page(order).select("ol.story").text()).contains("Arrived at facility, Leipzig");
        pages.shop.scan(TWO, ScanCode.OUT_FOR_DELIVERY, 3, null, null);
        assertThat(state(order)).isEqualTo("Out for delivery");
        pages.baton.clock().advance(Duration.ofDays(5));
        assertThat(state(order)).as("nobody is said to look").matches("No news since [^.]+\\.");
        pages.shop.scan(TWO, ScanCode.EXCEPTION, 4, null, null);
        assertThat(state(order)).startsWith("The carrier reports a problem");
        pages.shop.scan(TWO, ScanCode.DELIVERED, 5, null, null);
        assertThat(state(order)).startsWith("Delivered on ");
        assertThat(page(order).select("h1").text()).isEqualTo("Everything has arrived");
    }

    private String state(SalesOrderId order) {
        return page(order).select("[data-state]").text();
    }

    @Test
    @DisplayName("\"Sent\" after \"delivered\" erases history (nearmerch #214), on the customer's page")
    void staysDeliveredWhenSentIsToldAfterwards() {
        SalesOrderId order = pages.sent("1021", "en", "LAMP×1");
        pages.shop.ship(order, "ups", "1Z999AA10123456784", 1);
        pages.shop.scan(ONE, ScanCode.DELIVERED, 10, null, null);

        pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 5, "Departed from facility", "Leipzig");
        pages.shop.scan(ONE, ScanCode.PRE_TRANSIT, 1, null, null);

        assertThat(state(order)).startsWith("Delivered on ");
        assertThat(page(order).select("ol.story li:first-child").text()).startsWith("Delivered");
        assertThat(page(order).select("ol.story").text()).contains("Label made", "Departed from facility");
    }

    @Test
    void saysThatAParcelWithoutANumberCannotBeFollowed() {
        SalesOrderId order = pages.sent("1003", "en", "LAMP×1");
        pages.shop.ship(order, "", "", 1);

        assertThat(state(order)).contains("This parcel cannot be followed");
        assertThat(page(order).select("dl")).isEmpty();
    }

    @Test
    void showsWhatWasCancelled() {
        SalesOrderId order = pages.shop.place("1004", facts("1004"), null, "LAMP×2", "BULB×1");
        pages.shop.cancel(order, -1, 0);

        Document page = page(order);
        assertThat(page.select("h1").text()).isIn("Your order was cancelled", "We are getting your order ready");
        assertThat(page.select("[data-group]").text()).contains("Title of LAMP");
    }

    private static dev.baton.orders.CustomerFacts facts(String id) {
        return new dev.baton.orders.CustomerFacts("Ada Muster", id + "@customer.example", null, "en");
    }

    @Test
    void speaksTheCustomersLanguageAndEveryOther() {
        SalesOrderId order = pages.sent("1005", "de-CH", "LAMP×1");

        assertThat(page(order).select("html").attr("lang")).isEqualTo("de");
        assertThat(page(order).select("nav a")).hasSize(3);
        String french =
                pages.get(page(order).select("nav a[lang=fr]").attr("href")).body();
        assertThat(Jsoup.parse(french).select("h1").text()).isEqualTo("Nous préparons votre commande");
    }

    @Test
    void isLightClosedAndWithoutScripts() {
        pages.shop.logo(TestPicture.png(0x1d4ed8));
        SalesOrderId order = pages.sent("1006", "en", "LAMP×2", "BULB×1");
        pages.shop.ship(order, "ups", ONE, 2, 1);

        HttpResponse<String> answer = pages.get(pages.link(order));
        Document page = Jsoup.parse(answer.body());
        HttpResponse<String> logo = pages.get(page.select("header img").attr("src"));

        assertThat(answer.body().length() + logo.body().length()).isLessThan(100_000);
        assertThat(page.select("script, [onclick], link")).isEmpty();
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'nonce-")
                .doesNotContain("unsafe");
        assertThat(answer.headers().map())
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("x-robots-tag", List.of("noindex, nofollow"));
        assertThat(answer.body())
                .doesNotContainIgnoringCase("SECRETSUPPLIER")
                .doesNotContain("7.77", "S-LAMP", "customer.example");
    }

    /** Everything a browser fetches for it: the page, and the largest logo a brand may have. */
    @Test
    void weighsLessThanAHundredKilobytesWithFortyLinesAndTheLargestLogo() {
        byte[] logo = TestPicture.noise(160, 126);
        assertThat(logo.length).isBetween(DefineBrand.MOST_LOGO_BYTES - 1_500, DefineBrand.MOST_LOGO_BYTES);
        pages.shop.logo(logo);
        String[] lines = new String[40];
        for (int i = 0; i < lines.length; i++) {
            String title = "Handmade oak reading lamp, dimmable, with a linen shade, " + (100 + i);
            pages.shop.goods("HEAVY" + i, title, pages.acme);
            lines[i] = "HEAVY" + i + "|" + title + "×2";
        }
        SalesOrderId order = pages.sent("1030", "en", lines);
        int[] one = new int[40];
        java.util.Arrays.fill(one, 1);
        pages.shop.ship(order, "ups", ONE, one);
        pages.shop.ship(order, "ups", TWO, 1, 1, 1);
        for (int i = 0; i < 12; i++) {
            pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 60 * i, "Departed from a facility of the carrier", "Leipzig, DE");
            pages.shop.scan(TWO, ScanCode.IN_TRANSIT, 60 * i, "Departed from a facility of the carrier", "Leipzig, DE");
        }

        byte[] html = pages.bytes(pages.link(order));
        Document page = Jsoup.parse(new String(html, java.nio.charset.StandardCharsets.UTF_8));
        List<String> fetched =
                page.select("[src], link[href], [srcset], [data]").eachAttr("src");

        assertThat(page.select("ul.units li")).hasSize(40 + 3 + 37);
        assertThat(fetched).hasSize(1);
        assertThat(html.length + pages.bytes(fetched.getFirst()).length).isLessThan(100_000);
    }

    @Test
    void showsTheFirstOfALongOrderAndAllOfItWhenAskedTo() {
        String title = "Handmade oak reading lamp, dimmable, with a linen shade, 100";
        pages.shop.goods("LONG", title, pages.acme);
        String[] lines = new String[300];
        java.util.Arrays.fill(lines, "LONG|" + title + "×1");
        SalesOrderId order = pages.sent("1031", "de", lines);
        int[] one = new int[200];
        java.util.Arrays.fill(one, 1);
        pages.shop.ship(order, "ups", ONE, one);
        for (int i = 0; i < 60; i++) {
            pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 60 * i, "Departed from a facility of the carrier", "Leipzig, DE");
        }

        byte[] html = pages.bytes(pages.link(order));
        Document some = Jsoup.parse(new String(html, java.nio.charset.StandardCharsets.UTF_8));
        String link = some.select("[data-more] a").attr("href");
        Document all = Jsoup.parse(pages.get(link).body());

        assertThat(html.length).isLessThan(100_000 - DefineBrand.MOST_LOGO_BYTES);
        assertThat(some.select("ul.units li")).hasSize(50 + 50);
        assertThat(some.select("[data-more]").eachText()).containsExactly("150 weitere zeigen", "50 weitere zeigen");
        assertThat(some.select("[data-earlier]").text()).isEqualTo("20 frühere Ereignisse zeigen");
        assertThat(some.select("ol.story li")).hasSize(40 + 1);
        assertThat(all.select("ul.units li")).hasSize(200 + 100);
        assertThat(all.select("ol.story li")).hasSize(60 + 1);
        assertThat(all.select("[data-more], [data-earlier]")).isEmpty();
    }

    @Test
    void showsNothingOfAnotherBrand() {
        CustomersShop red = pages.store("crimson", "#b91c1c");
        red.logo(TestPicture.png(0xb91c1c));
        pages.shop.logo(TestPicture.png(0x1d4ed8));
        Document blue = page(pages.sent("1007", "en", "LAMP×1"));
        String blueLogo = blue.select("header img").attr("src");

        assertThat(blue.outerHtml()).contains("#1d4ed8").doesNotContain("#b91c1c", "crimson");
        assertThat(pages.get(blueLogo).statusCode()).isEqualTo(200);
        assertThat(pages.get(blueLogo).headers().firstValue("cache-control").orElse(""))
                .contains("immutable");
        assertThat(pages.get(blueLogo.replace("/blue/", "/crimson/")).statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/o/logo/none/blue/1").statusCode()).isEqualTo(404);
    }

    @Test
    void opensForItsOwnLinkOnly() {
        SalesOrderId order = pages.sent("1008", "en", "LAMP×1");
        String good = pages.link(order);

        assertThat(pages.get(good).statusCode()).isEqualTo(200);
        for (String bad : List.of(
                good.substring(0, good.length() - 2) + (good.charAt(good.length() - 2) == 'x' ? "yx" : "xx"),
                "/o/nonsense",
                "/o/" + pages.handle(LinkPurpose.PURCHASE_ORDER, order, Duration.ofDays(1)),
                "/o/" + pages.handle(LinkPurpose.TRACKING, order, Duration.ofSeconds(-1)))) {
            HttpResponse<String> answer = pages.get(bad, "Accept-Language", "fr-FR,fr;q=0.9");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Ce lien n’est plus valable").doesNotContain("1008");
        }
    }

    @Test
    void forgetsThePersonWithItsErasureAndStillShowsTheGoods() {
        SalesOrderId order = pages.sent("1009", "de", "LAMP×1");
        assertThat(page(order).text()).contains("Ada Muster");

        pages.baton
                .bean(Tenancy.class)
                .run(
                        pages.merchant,
                        () -> pages.baton
                                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql("update subject set wrapped_key = null where merchant_id = :merchant")
                                .param("merchant", pages.merchant.value())
                                .update());

        assertThat(page(order).text()).doesNotContain("Ada Muster").contains("Title of LAMP");
    }

    @Test
    void answersHeadWithoutChangingAnything() {
        SalesOrderId order = pages.sent("1012", "en", "LAMP×1");
        HttpResponse<String> head = CustomersPages.send(HttpRequest.newBuilder(pages.url(pages.link(order)))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    /** This Baton runs without a relay: its mails wait behind one task, and none is lost. */
    @Test
    void mailsWaitBehindOneTaskWithoutARelay() {
        pages.sent("1013", "en", "LAMP×1");
        pages.sent("1014", "en", "BULB×1");

        pages.until(() -> noRelayTasks() == 1);
        assertThat(pages.baton
                        .bean(Tenancy.class)
                        .inTransaction(
                                pages.merchant,
                                () -> pages.baton.bean(MessageLookup.class).counts(pages.merchant)))
                .containsOnlyKeys(dev.baton.notifications.MessageState.PLANNED);
    }

    private long noRelayTasks() {
        return pages.baton
                .bean(Tenancy.class)
                .inTransaction(
                        pages.merchant,
                        () -> pages.baton.bean(Tasks.class).open(pages.merchant, null, 100).stream()
                                .filter(task -> task.kind().equals(MailWaits.KIND))
                                .count());
    }
}
