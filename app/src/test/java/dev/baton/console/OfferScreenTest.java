package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One offer is made and changed by a form: what is wrong is said where it stands, and what it does is seen first. */
class OfferScreenTest {

    private static final String SUPPLIER = "/console/suppliers/";
    private static final String OFFER = "/console/products/offer";
    private static final String FORM = "#offer-form";

    private final ConsoleShop shop = new ConsoleShop();
    private final CatalogShop catalog = new CatalogShop(shop);
    private final Staffer ada = shop.asOwner();

    @AfterEach
    void close() {
        shop.close();
    }

    private Document following(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return ada.page(answer.headers().firstValue("Location").orElseThrow());
    }

    private Document send(Document page, Map<String, String> fields) {
        return ada.form(ada.send(page, FORM, fields));
    }

    @Test
    void anOfferIsMadeByAFormThatSaysAllThatIsWrongAtOnceAndLosesNothing() {
        catalog.product("JAR-9", "Red jar with handle", null);
        shop.shop.goods("CUP-01", "Blue cup", shop.acme);
        String supplier = SUPPLIER + shop.acme.value();
        Document empty = ada.page(
                ada.page(supplier).select("#offered + p a:contains(New offer)").attr("href"));
        assertThat(empty.select("#supplier option[selected]").text()).isNotEmpty();

        Document wrong = send(
                empty,
                Map.of(
                        "sku", "JAR-10",
                        "supplierSku", "A-9",
                        "cost", "12 EUR",
                        "countries", "DE Austria",
                        "from-1", "1",
                        "cost-1", "11.00"));
        assertThat(wrong.select(".field__why").eachAttr("id"))
                .containsExactly("sku-wrong", "cost-wrong", "from-1-wrong", "countries-wrong");
        assertThat(wrong.select("#cost").val()).isEqualTo("12 EUR");
        assertThat(wrong.select("#from-1").attr("aria-describedby")).isEqualTo("from-1-wrong");
        Document dearer = send(
                wrong,
                Map.of(
                        "sku",
                        "JAR-9",
                        "cost",
                        "12,50",
                        "countries",
                        "at, DE",
                        "from-1",
                        "50",
                        "cost-1",
                        "11",
                        "from-2",
                        "10",
                        "cost-2",
                        "10"));
        assertThat(dearer.select(".field__why").eachText())
                .containsExactly("More units have to cost less each: write less than 10.00 EUR from 50 on, or empty the"
                        + " line.");
        Document taken = send(dearer, Map.of("cost-1", "9.50", "supplierSku", "S-CUP-01"));
        assertThat(taken.select("#supplierSku-wrong").text()).contains("is the supplier's code of CUP-01 already");
        assertThat(taken.select("[role=alert] a").attr("href")).startsWith(OFFER + "?offer=");
    }

    @Test
    void aFirstOfferShowsTheOrdersItLetsGoAndASecondOneFromThatPlaceIsRefused() {
        catalog.product("JAR-9", "Red jar with handle", null);
        new HeldOrder(shop, "1001").of("JAR-9").comesIn();
        String supplier = SUPPLIER + shop.acme.value();
        Document form = ada.page(
                ada.page(supplier).select("#offered + p a:contains(New offer)").attr("href"));

        Document preview = send(
                form,
                Map.of(
                        "sku",
                        "JAR-9",
                        "supplierSku",
                        "A-9",
                        "cost",
                        "12,50",
                        "from-1",
                        "10",
                        "cost-1",
                        "10",
                        "countries",
                        "at, DE"));
        assertThat(preview.select("[data-preview]").text())
                .contains(
                        "offers JAR-9 at 12.50 EUR, 10.00 EUR from 10 on.",
                        "1 order waits for it.",
                        "Order #1001: goes on");
        assertThat(catalog.offers("A-9")).isEmpty();
        Document done = following(ada.send(preview, "[data-preview] form", Map.of()));

        assertThat(done.select("h1").text())
                .isEqualTo(ada.page(supplier).select("h1").text());
        assertThat(done.text()).contains("It is offered now", "1 offer");
        assertThat(catalog.offers("A-9"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.countries()).containsExactlyInAnyOrder("AT", "DE"));
        assertThat(ada.page("/console/exceptions?kind=no_supplier").select("[data-row]"))
                .isEmpty();
        Document twice = send(
                ada.page(OFFER + "?sku=JAR-9&supplier=" + shop.acme.value()),
                Map.of("supplierSku", "A-10", "cost", "1"));
        assertThat(twice.select("#sku-wrong").text()).contains("offers JAR-9 from MAIN already: change that offer");
        assertThat(shop.as(Role.FINANCE).get(OFFER).statusCode()).isEqualTo(403);
    }

    @Test
    void anOfferIsChangedFromADayOnAndACostThatJumpsIsLookedAtFirst() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        String path = ada.page("/console/products/sku?code=LAMP")
                .select("[data-change]")
                .attr("href");
        Document form = ada.page(path);
        assertThat(form.select("#cost").val()).isEqualTo("7.77");
        Document old = ada.page(path);
        shop.baton.clock().advance(Duration.ofSeconds(1));

        Document small = following(ada.send(form, FORM, Map.of("cost", "8.00", "from-1", "10", "cost-1", "7.50")));
        assertThat(small.text()).contains("The offer is as you stated it", "8.00 EUR, 7.50 EUR from 10 on");
        Document overtaken = send(old, Map.of("lead", "9"));
        assertThat(overtaken.select("[role=alert]").text())
                .contains("The offer was changed while you looked at it", "It costs 8.00 EUR now");
        assertThat(overtaken.select("#lead").val()).isEqualTo("9");
        assertThat(catalog.offers("S-LAMP").getFirst().leadTimeDays()).isEqualTo(1);

        Document jump = send(ada.page(path), Map.of("cost", "80.00", "since", "2040-01-01"));
        assertThat(jump.select("[data-preview]").text())
                .contains("costs 80.00 EUR, 7.50 EUR from 10 on instead of 8.00 EUR", "(30 %)", "wait for a decision");
        following(ada.send(jump, "[data-preview] form", Map.of()));

        Document after = ada.page(path);
        assertThat(after.select("#cost").val()).isEqualTo("8.00");
        assertThat(after.select("[data-costs] li").eachText())
                .satisfiesExactly(
                        ahead -> assertThat(ahead).startsWith("80.00 EUR").contains("stated by you", "From then on"),
                        now -> assertThat(now).startsWith("8.00 EUR").contains("Now"),
                        before -> assertThat(before).startsWith("7.77 EUR").contains("Before"));
        assertThat(after.select("[data-timeline] li")).hasSize(3);
        assertThat(after.select("[data-timeline]").text()).contains("Offer stated", shop.owner);
    }

    @Test
    void anOfferIsEndedAfterALookAtWhatThatDoesAndGoesOnAgain() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        String product = "/console/products/sku?code=LAMP";
        String path = ada.page(product).select("[data-change]").attr("href");

        assertThat(ada.page(path + "&end=yes&until=2001-01-01")
                        .select("#until-wrong")
                        .text())
                .contains("has passed");
        Document preview = ada.page(path + "&end=yes&why=too+slow");
        assertThat(preview.select("[data-preview]").text())
                .contains("gets no new orders for LAMP from now on", "Nobody else offers it");
        Document ended = following(ada.send(preview, "[data-preview] form", Map.of()));
        assertThat(ended.text()).contains("The offer has ended", "0 may be sold", "Nobody offers it");
        assertThat(ended.select("[data-offer] .mark").text()).contains("Ended");
        new HeldOrder(shop, "1001").of("LAMP").comesIn();
        assertThat(ada.page("/console/exceptions?kind=no_supplier").select("[data-row]"))
                .hasSize(1);

        Document form = ada.page(path);
        assertThat(form.select("[data-timeline]").text()).contains("Offer ended", "too slow", shop.owner);
        Document on = following(ada.send(form, "#resume-form", Map.of()));
        assertThat(on.text()).contains("The offer goes on");
        assertThat(on.select("[data-offer] .mark")).isEmpty();
        assertThat(ada.page("/console/exceptions?kind=no_supplier").select("[data-row]"))
                .isEmpty();
        Document ahead = ada.page(path + "&end=yes&until=2040-01-01");
        Document ends = following(ada.send(ahead, "[data-preview] form", Map.of()));
        assertThat(ends.select("[data-offer] .mark").text()).contains("Ends");
        assertThat(ends.text()).doesNotContain("Nobody offers it");
    }
}
