package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ServeBackorders;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of stock and of what waits for it. */
class StockScreenTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aFigureOpensTheSumItIs() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×3");
        Staffer ada = shop.asOwner();

        Document list = ada.page("/console/stock");
        Element figure = list.select("[data-row] td.right a").getFirst();
        Document why = ada.page(figure.attr("href"));

        assertThat(figure.text()).isEqualTo("997");
        assertThat(why.select("[data-published]").text()).isEqualTo(figure.text());
        assertThat(sum(why.select("[data-offer] [data-step] th"))).isEqualTo(997);
        assertThat(why.select("[data-promise] a").attr("href")).isEqualTo("/console/orders/" + order.value());
    }

    @Test
    void whatWasThereCanBeAsked() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        Staffer ada = shop.asOwner();

        assertThat(ada.page("/console/stock/why?sku=LAMP&at=2020-01-01T09:30").text())
                .contains("What was there?");
        assertThat(ada.get("/console/stock/why?sku=LAMP&at=2999-01-01T09:30").body())
                .contains("That moment lies ahead");
        assertThat(ada.get("/console/stock/why?sku=LAMP&at=yesterday").body()).contains("Write a day and a time");
        assertThat(ada.get("/console/stock/why?sku=NOTHING").statusCode()).isEqualTo(404);
    }

    @Test
    void goodsAreFoundByTheBeginningOfTheirCodeAndReadPageByPage() {
        for (int i = 0; i < 51; i++) {
            shop.shop.goods("A-%02d".formatted(i), "Item " + i, shop.acme);
        }
        shop.shop.goods("B%_", "Odd one", shop.acme);
        Staffer ada = shop.asOwner();

        Document first = ada.page("/console/stock?q=A-");
        Document second = ada.page(first.select("[data-next]").attr("href"));

        assertThat(first.select("[data-row]")).hasSize(50);
        assertThat(second.select("[data-row] th").text()).isEqualTo("A-50");
        assertThat(ada.page("/console/stock?q=B%25_").select("[data-row]")).hasSize(1);
        assertThat(ada.page("/console/stock?q=%25").select("[data-row]")).isEmpty();
    }

    @Test
    void aReleaseIsRehearsedAndThenDoneExactlySo() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        stock(0);
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×2");
        shop.baton.bean(ServeBackorders.class).keepForAPerson(shop.merchant, lamp());
        stock(5);
        Staffer ada = shop.asOwner();
        assertThat(ada.page("/console/backorders").select("[data-row] td.right").eachText())
                .containsExactly("Units that wait 2", "1", "There now 5");

        Document rehearsed = ada.page("/console/backorders/line?sku=LAMP&rehearse=yes");

        assertThat(rehearsed.select("[data-planned]").text())
                .contains("Order #1", "2 × LAMP from Acme Ltd", "7.77 EUR");
        assertThat(ada.page("/console/orders/" + order.value())
                        .select("[data-line]")
                        .text())
                .contains("2 waiting");
        assertThat(shop.as(Role.VIEWER)
                        .page("/console/backorders/line?sku=LAMP&rehearse=yes")
                        .select("[data-plan] form"))
                .isEmpty();
        HttpResponse<String> done = ada.send(rehearsed, "[data-plan] form", Map.of());
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(ada.page(done.headers().firstValue("location").orElseThrow()).text())
                .contains("Released as rehearsed.", "Nobody waits any more");
        assertThat(ada.send(rehearsed, "[data-plan] form", Map.of()).body()).contains("rehearse");
    }

    @Test
    void aViewerMayNotRelease() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        Staffer viewer = shop.as(Role.VIEWER);
        String token = viewer.page("/console/stock").select("[name=form-token]").attr("value");

        assertThat(viewer.post("/console/backorders/line", Map.of("form-token", token, "sku", "LAMP", "token", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void unitsAreKeptBackOfItOfItsSupplierAndFromAStore() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        Staffer ada = shop.asOwner();
        Document why = ada.page("/console/stock/why?sku=LAMP");
        assertThat(why.select("#kept input[type=number]").eachAttr("value")).containsOnly("");

        HttpResponse<String> done = ada.send(why, "#kept", Map.of("supplier-" + shop.acme.value(), "4", "sku", "10"));

        Document kept = ada.page(done.headers().firstValue("location").orElseThrow());
        assertThat(kept.text()).contains("It is kept back so from now on", "10 units are kept back");
        assertThat(kept.select("[data-published]").text()).isEqualTo("990");
        assertThat(kept.select("#kept [name=sku]").val()).isEqualTo("10");
        ada.send(kept, "#kept", Map.of("sku", ""));
        assertThat(ada.page("/console/stock/why?sku=LAMP")
                        .select("[data-published]")
                        .text())
                .isEqualTo("996");
        assertThat(ada.send(kept, "#kept", Map.of("sku", "many")).body()).contains("write a whole number of units");
        assertThat(shop.as(Role.VIEWER).page("/console/stock/why?sku=LAMP").select("#kept"))
                .isEmpty();
    }

    private void stock(int units) {
        shop.baton.clock().advance(Duration.ofSeconds(1));
        shop.baton
                .bean(ApplyFeed.class)
                .apply(
                        shop.merchant,
                        new NewFeedRun(
                                shop.acme,
                                FeedMode.DELTA,
                                shop.baton.clock().instant(),
                                null,
                                List.of(new FeedRow("S-LAMP", null, units))));
    }

    private SkuId lamp() {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(CatalogLookup.class)
                                .skuByCode(shop.merchant, "LAMP")
                                .orElseThrow()
                                .id());
    }

    private static long sum(List<Element> steps) {
        return steps.stream()
                .mapToLong(step -> Long.parseLong(step.text().replace('−', '-').replace(",", "")))
                .sum();
    }
}
