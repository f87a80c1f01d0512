package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.shipping.PackageId;
import dev.baton.testing.TestShop;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every figure of every page, tabs and plots included, opens a list that holds as many: none is named here. */
class EveryFigureTest {

    private final ConsoleShop shop = new ConsoleShop();
    private final Map<String, Integer> known = new LinkedHashMap<>();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyFigureOfEveryPageOpensAListOfAsMany() {
        somethingOfEverything();
        Staffer ada = shop.asOwner();
        Set<String> pages = pages(ada);
        assertThat(pages).hasSizeGreaterThan(25);

        int figures = 0;
        for (String path : pages) {
            Document page = ada.page(path);
            for (Element figure : page.select("a[data-figure], .tabs a:has(.tabs__count)")) {
                String said = figure.hasAttr("data-figure")
                        ? figure.attr("data-figure")
                        : figure.select(".tabs__count").text();
                assertThat(rows(ada, figure.attr("href")))
                        .as("%s: %s, which opens %s", path, figure.text(), figure.attr("href"))
                        .isEqualTo(Integer.parseInt(said));
                figures++;
            }
        }
        assertThat(figures).as("figures there are").isGreaterThan(80);
    }

    /** Every place of the menu, holds and tasks, which are views of one place, and the first thing in each. */
    private static Set<String> pages(Staffer ada) {
        Set<String> pages =
                new LinkedHashSet<>(ada.page("/console").select("[data-go]").eachAttr("href"));
        pages.addAll(
                ada.page("/console/exceptions").select(".tabs a[href*='?of=']").eachAttr("href"));
        for (String place : List.copyOf(pages)) {
            Element first = ada.page(place).selectFirst("[data-row] a[href^=/console/]");
            if (first != null) {
                pages.add(first.attr("href"));
            }
        }
        return pages;
    }

    private int rows(Staffer ada, String path) {
        return known.computeIfAbsent(path, each -> {
            int rows = 0;
            for (String next = each; !next.isEmpty(); ) {
                Document page = ada.page(next);
                rows += page.select("[data-row]").size();
                next = page.select("[data-next]").attr("href");
            }
            return rows;
        });
    }

    private void somethingOfEverything() {
        SuppliersFiles files = new SuppliersFiles(shop);
        files.offers();
        files.feed();
        files.priceList();
        shop.supplier("DEARER");
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        List<SalesOrderId> sent = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            sent.add(shop.shop.place("S" + i, customer(i), TestShop.BERLIN, "LAMP×" + i));
        }
        shop.shop.place("U1", customer(5), TestShop.BERLIN, "NOTHING×1");
        shop.shop.place("U2", customer(6), TestShop.BERLIN, "NOTHING×2", "NEITHER×1");
        shop.shop.place("A1", customer(7), null, "LAMP×1");
        shop.shop.place("W1", customer(8), TestShop.BERLIN, "LAMP×1001");
        shop.tasks("purchasing.unanswered", 3);
        shop.tasks("trading.stuck", 1);
        await().until(() -> sent.stream()
                .flatMap(order -> shop.shop.purchaseOrders(order).stream())
                .allMatch(each -> each.sentAt() != null));
        shop.shop.ship(sent.getFirst(), "UPS", "1Z999AA10123456784", 1);
        PackageId lost = shop.shop.ship(sent.get(1), "UPS", "1ZBAT0N10300123458", 2);
        shop.baton.bean(JudgeLost.class).lose(shop.merchant, lost, LostParcels.Because.SILENCE, null);
    }

    private static CustomerFacts customer(int number) {
        return new CustomerFacts("Customer " + number, "c" + number + "@customer.example", null, "en");
    }
}
