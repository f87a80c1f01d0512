package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists over HTTP: what narrows them, their pages, and that every figure of the day opens as many as it says. */
class ListsTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

    private final ConsoleShop shop = new ConsoleShop();

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyFigureOfTheDayOpensAListOfAsMany() {
        for (int i = 0; i < 53; i++) {
            shop.shop.place("B" + i, ADA, null, "LAMP×" + (i + 1));
        }
        shop.shop.place("U1", ADA, TestShop.BERLIN, "NOTHING×1");
        shop.shop.place("U2", ADA, TestShop.BERLIN, "NOTHING×2", "NEITHER×1");
        shop.shop.place("G1", ADA, TestShop.BERLIN, "LAMP×60");
        shop.tasks("purchasing.unanswered", 51);
        shop.tasks("trading.stuck", 2);
        Staffer ada = shop.asOwner();

        Document today = ada.page("/console");
        List<Element> figures = today.select("[data-figure]");
        assertThat(figures).hasSizeGreaterThanOrEqualTo(6);
        for (Element figure : figures) {
            assertThat(rows(ada, figure.attr("href")))
                    .as(figure.text())
                    .hasSize(Integer.parseInt(figure.attr("data-figure")));
        }
        assertThat(figures.stream().map(Element::text))
                .contains("56Came in today", "51Supplier has not answered", "2Document did not reach its supplier");
        assertThat(today.select(".top p").text()).isEqualTo(needs(figures) + " things need you.");
    }

    private static long needs(List<Element> figures) {
        return figures.stream()
                .filter(figure ->
                        figure.hasClass("figure") && !figure.attr("href").matches("/console/(orders|stock).*"))
                .mapToLong(figure -> Long.parseLong(figure.attr("data-figure")))
                .sum();
    }

    @Test
    void theSameListIsReadFromBothEnds() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 102; i++) {
            shop.shop.place("P" + i, ADA, TestShop.BERLIN, "LAMP×1");
            placed.add("#P" + i);
        }
        Staffer ada = shop.asOwner();

        List<String> newest = names(ada, "/console/orders");
        List<String> oldest = names(ada, "/console/orders?sort=oldest");

        assertThat(oldest).isEqualTo(placed);
        assertThat(newest).isEqualTo(placed.reversed());
    }

    @Test
    void whatNarrowsTheListStandsInItsAddress() {
        shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        shop.shop.place("2", ADA, null, "LAMP×2");
        shop.shop.place("3", ADA, TestShop.BERLIN, "NOTHING×1");
        Staffer ada = shop.asOwner();

        assertThat(names(ada, "/console/orders?hold=any")).containsExactly("#3", "#2");
        assertThat(names(ada, "/console/orders?hold=any&sort=oldest")).containsExactly("#2", "#3");
        assertThat(names(ada, "/console/orders?hold=bad_address")).containsExactly("#2");
        assertThat(names(ada, "/console/orders?state=held")).containsExactly("#3", "#2");
        assertThat(names(ada, "/console/orders?payment=paid")).containsExactly("#3", "#2", "#1");
        assertThat(names(ada, "/console/orders?payment=pending")).isEmpty();
        assertThat(names(ada, "/console/orders?store=main&hold=unknown_sku")).containsExactly("#3");
        assertThat(names(ada, "/console/orders?store=nowhere&state=nothing&after=x&since=never"))
                .as("what means nothing narrows nothing")
                .containsExactly("#3", "#2", "#1");
        assertThat(ada.page("/console/exceptions").select("[data-row]")).hasSize(3);
        assertThat(ada.page("/console/exceptions?kind=inventory.feed-quarantined")
                        .select("[data-row]"))
                .as("of a kind nothing is of just now")
                .isEmpty();
        assertThat(ada.page("/console/exceptions?kind=no.such-kind").select("[data-row]"))
                .hasSize(3);
        Document chips = ada.page("/console/orders?hold=bad_address&payment=paid");
        assertThat(chips.select("[data-chip]").eachAttr("href"))
                .containsExactly("/console/orders?hold=bad_address", "/console/orders?payment=paid");
        assertThat(chips.select("select[name=hold] option[selected]").val()).isEqualTo("bad_address");
    }

    @Test
    void anOrderIsFoundByItsNumberAndByItsName() {
        SalesOrderId order = shop.shop.place("77", ADA, TestShop.BERLIN, "LAMP×1");
        String number = shop.shop.order(order).number();
        Staffer ada = shop.asOwner();

        assertThat(names(ada, "/console/orders?q=77")).containsExactly("#77");
        assertThat(names(ada, "/console/orders?q=%2377")).containsExactly("#77");
        assertThat(names(ada, "/console/orders?q=" + number)).contains("#77");
        assertThat(names(ada, "/console/orders?q=%00%27%3Bdrop")).isEmpty();
        assertThat(ada.page("/console/orders?q=unheard-of").text()).contains("No order matches what you asked for");
    }

    @Test
    void anOrderShowsWhereItStandsAndWhatHappened() {
        SalesOrderId order = shop.shop.place(
                "88",
                new CustomerFacts("ليلى مثال", "layla@customer.example", "+97141234567", "ar"),
                TestShop.BERLIN,
                "LAMP|Handmade desk lamp with a very long name, 60 characters now×2");
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().allMatch(each -> each.sentAt() != null));
        shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        Staffer ada = shop.asOwner();

        Document page = ada.page("/console/orders/" + order.value());

        assertThat(page.select(".axes li").eachText())
                .containsExactly(
                        "GoodsGoods: Part shipped",
                        "ParcelsParcels: 1 on the way",
                        "MoneyMoney: Paid",
                        "HoldsHolds: No holds",
                        "SupplierSupplier: Part shipped");
        assertThat(page.select("[data-line]").text()).contains("2 ×", "1 shipped", "LAMP");
        assertThat(page.select("[data-purchase]").text()).contains("Acme Ltd", "2 × Handmade desk lamp");
        assertThat(page.select("[data-parcel]").text()).contains("UPS", "1Z999AA10123456784");
        assertThat(page.select("[data-mail]").text()).contains("Order confirmed");
        assertThat(page.select("[data-decision]").text()).contains("Acme Ltd");
        assertThat(page.select("[data-timeline] li").text()).contains("Order came in", "Shipment recorded");
        assertThat(page.text()).contains("ليلى مثال", "layla@customer.example", "Probestraße 1");
    }

    @Test
    void anotherMerchantsOrderIsNotThere() {
        ConsoleShop other = new ConsoleShop();
        other.shop.goods("LAMP", "Desk lamp", other.acme);
        SalesOrderId foreign = other.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        Staffer ada = shop.asOwner();

        assertThat(ada.get("/console/orders/" + foreign.value()).statusCode()).isEqualTo(404);
        assertThat(ada.get("/console/orders/nothing").statusCode()).isEqualTo(404);
        assertThat(names(ada, "/console/orders")).isEmpty();
        other.close();
    }

    @Test
    void aReleaseIsOfThePersonAndTheOrderGoesOn() {
        shop.shop.place("98", ADA, TestShop.BERLIN, "LAMP×1");
        SalesOrderId order = shop.shop.place("99", ADA, TestShop.BERLIN, "LAMP×1");
        Staffer ada = shop.asOwner();
        Document page = ada.page("/console/orders/" + order.value());
        assertThat(page.select("[data-hold]").text()).contains("Possible duplicate");

        ada.send(page, "[data-hold] form", Map.of());

        Document after = ada.page("/console/orders/" + order.value());
        assertThat(after.select("[data-hold]")).isEmpty();
        assertThat(after.select("[data-timeline] li").eachText())
                .anyMatch(event -> event.contains("Hold released") && event.contains(shop.owner));
    }

    @Test
    void aReleaseThatDoesNotHelpSaysSo() {
        SalesOrderId order = shop.shop.place("99", ADA, null, "LAMP×1");
        Staffer ada = shop.asOwner();

        HttpResponse<String> released =
                ada.send(ada.page("/console/orders/" + order.value()), "[data-hold] form", Map.of());

        String back = released.headers().firstValue("Location").orElseThrow();
        assertThat(ada.page(back).select("[data-notice]").text()).contains("something else still stops the order");
    }

    @Test
    void aTaskIsClosedOnce() {
        shop.tasks("purchasing.unanswered", 1);
        Staffer ada = shop.asOwner();
        Document tasks = ada.page("/console/exceptions?of=task");

        assertThat(ada.send(tasks, "[data-row] form", Map.of("note", "called them"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ada.send(tasks, "[data-row] form", Map.of()).statusCode()).isEqualTo(404);

        assertThat(ada.page("/console/exceptions?of=task").select("[data-row]")).isEmpty();
        assertThat(ada.page("/console/exceptions?done=closed")
                        .select("[data-notice]")
                        .text())
                .isEqualTo("The task is closed.");
    }

    private static List<String> names(Staffer who, String path) {
        return rows(who, path).stream()
                .map(row -> row.select("[data-open]").text())
                .toList();
    }

    /** The rows of all pages of a list. */
    private static List<Element> rows(Staffer who, String path) {
        List<Element> rows = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Document page = who.page(next);
            rows.addAll(page.select("[data-row]"));
            next = page.select("[data-next]").attr("href");
        }
        return rows;
    }
}
