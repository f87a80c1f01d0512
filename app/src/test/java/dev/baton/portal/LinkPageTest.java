package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of a link in a mail. */
class LinkPageTest {

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", true);
    }

    @Test
    void showsWhatPackingNeedsAndNoMore() {
        Reply page = shop.get(shop.link(shop.sent("1", "LAMP×2")));

        assertThat(page.status()).isEqualTo(200);
        assertThat(String.join("\n", page.page().select("[data-ship-to]").eachText()))
                .contains("Ada Muster", "Probestraße 1", "10115 Berlin", "Germany");
        assertThat(page.page().select("[data-line=1] [data-sku]").text()).isEqualTo("S-LAMP");
        assertThat(page.page().select("[data-line=1] [data-quantity]").text()).isEqualTo("2 ×");
        assertThat(page.page().select("[data-line=1] .units--many")).hasSize(1);
        assertThat(page.page().select("[data-gift]").text()).isEqualTo("Happy birthday");
        assertThat(page.page().select("[data-instructions]").text()).contains("Plain box", "No invoice inside");
        assertThat(page.response().body()).doesNotContain("ada.example", "9.00", "Supplier bolt");
    }

    @Test
    @DisplayName("A link in a mail: twenty scanners change nothing")
    void lookingChangesNothing() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        String link = shop.link(order);
        long before = rows();

        for (int i = 0; i < 20; i++) {
            assertThat(shop.get(link).status()).isEqualTo(200);
            assertThat(shop.request("HEAD", link, null, Map.of()).status()).isEqualTo(200);
            shop.get(link + "/accept");
            shop.request("HEAD", link + "/accept", null, Map.of());
        }

        assertThat(shop.order(order.number())).isEqualTo(order);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void opensNoOtherOrderAndNothingThatIsForged() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        String link = shop.link(order);
        char last = link.charAt(link.length() - 2);
        String forged =
                link.substring(0, link.length() - 2) + (last == 'A' ? 'B' : 'A') + link.charAt(link.length() - 1);
        String forAnotherPurpose = "/t/"
                + shop.in(() -> shop.baton
                        .bean(Links.class)
                        .sign(
                                shop.merchant,
                                LinkPurpose.TRACKING,
                                order.id().value(),
                                31,
                                shop.baton.clock().instant().plus(Duration.ofDays(1))));

        for (String bad : new String[] {forged, forAnotherPurpose, "/t/nonsense", "/t/" + "x".repeat(60)}) {
            Reply reply = shop.get(bad);
            assertThat(reply.status()).as(bad).isEqualTo(404);
            assertThat(reply.text()).contains("This link opens nothing", "open it from the mail again");
            assertThat(shop.post(bad + "/accept", Map.of("once", "1"), Map.of()).status())
                    .isEqualTo(404);
        }
        assertThat(shop.order(order.number()).status()).isEqualTo(order.status());
    }

    @Test
    void showsAPurchaseOrderOnlyFromSendingOn() {
        PurchaseOrderView issued = shop.ordered("1", "LAMP×2").getFirst();
        if (issued.status() == PurchaseOrderStatus.ISSUED) {
            assertThat(shop.get(shop.link(issued)).status()).isEqualTo(404);
        }

        assertThat(shop.get(shop.link(shop.begin(issued))).status()).isEqualTo(200);
    }

    @Test
    void doesOnlyWhatTheLinkNames() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Reply page = shop.get(shop.link(order.id(), PurchaseOrderLinks.LOOK | PurchaseOrderLinks.SHIP));

        assertThat(page.page().select("form").eachAttr("id")).containsExactly("ship");
        Reply refused =
                shop.post(shop.link(order.id(), PurchaseOrderLinks.LOOK) + "/accept", Map.of("once", "1"), Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(shop.order(order.number()).status()).isEqualTo(order.status());
    }

    @Test
    void refusesAFormOfAnotherSite() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Reply page = shop.get(shop.link(order));

        for (Map<String, String> foreign : java.util.List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", "null"),
                Map.of("Sec-Fetch-Site", "same-site"))) {
            assertThat(shop.submit(page, "accept", Map.of(), foreign).status()).isEqualTo(403);
        }
        assertThat(shop.order(order.number()).status()).isEqualTo(order.status());

        assertThat(shop.submit(page, "accept", Map.of(), Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"))
                        .status())
                .as("what a browser sends from a page without referrer")
                .isEqualTo(303);
    }

    @Test
    void goesOutGuarded() {
        Reply page = shop.get(shop.link(shop.sent("1", "LAMP×2")));

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.page().select("script:not([src]), [onclick], [style], style"))
                .isEmpty();
        assertThat(page.page().select("script[src], link[rel=stylesheet]"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    String address = each.hasAttr("src") ? each.attr("src") : each.attr("href");
                    Reply asset = shop.get(address);
                    assertThat(asset.status()).isEqualTo(200);
                    assertThat(asset.header("Cache-Control")).contains("immutable");
                });
        assertThat(shop.get("/assets/application.properties").status()).isEqualTo(404);
    }

    @Test
    void anExpiredLinkOffersAFreshOneToTheContactOnFile() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        String expired = expired(order);

        Reply page = shop.get(expired);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.response().body()).doesNotContain("Ada", "S-LAMP", order.number());
        assertThat(shop.post(expired + "/accept", Map.of("once", "1"), Map.of()).status())
                .isEqualTo(410);

        Reply first = shop.follow(shop.submit(page, "fresh", Map.of()));
        Reply second = shop.follow(shop.submit(page, "fresh", Map.of()));
        assertThat(first.text()).contains("a fresh link is on its way");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(letters()).as("two taps, one mail").isEqualTo(1);
        assertThat(shop.order(order.number()).status()).isEqualTo(order.status());
    }

    @Test
    void whoAsksTooOftenReadsWhenToTryAgain() {
        String paper = shop.link(shop.sent("1", "LAMP×2")) + "?print=none";
        Map<String, String> languages = Map.of(
                "en",
                "Too many requests",
                "de",
                "Zu viele Anfragen",
                "fr",
                "Trop de demandes",
                "es",
                "Demasiadas peticiones");

        // a minute may end meanwhile: one of three is counted in full
        for (int i = 0; i < 3 * Throttle.FORMS_BY_LINK && shop.get(paper).status() != 429; i++) {}

        languages.forEach((language, title) -> {
            Reply page = shop.get(paper, Map.of("Accept-Language", language));
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.page().select("html").attr("lang")).isEqualTo(language);
            assertThat(page.page().select("h1").text()).isEqualTo(title);
            assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 60);
            assertThat(page.text()).contains(" " + page.header("Retry-After") + " ");
        });
    }

    @Test
    void speaksTheSuppliersLanguage() {
        PortalShop german = new PortalShop("de");
        german.goods("LAMP", "Desk lamp", false);
        Reply page = german.get(german.link(german.sent("1", "LAMP×1")), Map.of("Accept-Language", "fr-FR,fr;q=0.9"));

        assertThat(page.page().select("html").attr("lang")).isEqualTo("de");
        assertThat(page.text()).contains("Bestellung");
    }

    @Test
    void refusesAFormWithoutTheNameOfItsShowing() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");

        Reply refused = shop.post(shop.link(order) + "/accept", Map.of(), Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This page is too old");
        assertThat(shop.post(shop.link(order) + "/destroy", Map.of("once", "1"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void printsTheSlipAndTheOrder() {
        String link = shop.link(shop.sent("1", "LAMP×2"));

        for (String paper : new String[] {"slip&size=A4", "slip&size=4x6", "order&size=Letter"}) {
            Reply printed = shop.get(link + "?print=" + paper);
            assertThat(printed.status()).as(paper).isEqualTo(200);
            assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(printed.header("Cache-Control")).isEqualTo("no-store");
            assertThat(printed.response().body()).startsWith("%PDF-");
        }
        assertThat(shop.get(link + "?print=slip&size=A0").status()).isEqualTo(404);
        assertThat(shop.get(link + "?print=money").status()).isEqualTo(404);
        assertThat(shop.get("/t/forged?print=slip").status()).isEqualTo(404);
    }

    @Test
    void aCancelledOrderIsNotPrintedAsIfItHeld() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        String link = shop.link(order);
        assertThat(shop.get(link + "?print=order").status()).isEqualTo(200);
        shop.api(
                "POST",
                "/api/v1/orders/" + order.salesOrder().value() + "/cancel",
                "{\"reason\": \"Customer changed her mind\"}",
                Map.of("Idempotency-Key", "c" + order.number()));
        shop.follow(shop.submit(shop.get(link), "cancellation", Map.of("answer", "yes")));
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.CANCELLED);

        for (String paper : new String[] {"order", "order&size=A4", "slip"}) {
            Reply refused = shop.get(link + "?print=" + paper);
            assertThat(refused.status()).as(paper).isEqualTo(404);
            assertThat(refused.text()).contains("This cannot be printed", "was cancelled");
        }
        Reply old = shop.get(expired(order));
        assertThat(old.status()).isEqualTo(410);
        assertThat(old.text()).as("the old mail as well").contains("Do not ship");
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

    private long letters() {
        return shop.in(() -> shop.baton
                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from portal_letter")
                .query(Long.class)
                .single());
    }

    /** Everything an act would leave behind. */
    private long rows() {
        return shop.in(() -> shop.baton
                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select (select count(*) from audit) + (select count(*) from portal_tap)"
                        + " + (select count(*) from acknowledgement) + (select count(*) from portal_letter)")
                .query(Long.class)
                .single());
    }
}
