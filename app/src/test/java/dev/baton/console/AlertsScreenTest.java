package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Cost;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.StagedAlerts;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of alerts about stock: what it counts, what narrows it, and where each leads. */
class AlertsScreenTest {

    private static final String PATH = "/console/stock/alerts";

    private final ConsoleShop shop = new ConsoleShop();
    private final StagedAlerts alerts = new StagedAlerts(type -> shop.baton.bean(type));
    private Staffer ada;

    @BeforeEach
    void goods() {
        new SuppliersFiles(shop).offers();
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private SkuId sku(String code) {
        return in(() -> shop.baton
                .bean(CatalogLookup.class)
                .skuByCode(shop.merchant, code)
                .orElseThrow()
                .id());
    }

    private <T> T in(Supplier<T> reading) {
        return shop.baton.bean(Tenancy.class).inTransaction(shop.merchant, reading);
    }

    private void raise(Kind kind, String code, long available) {
        SkuId sku = sku(code);
        Offer offer = kind == Kind.DISCONTINUED || kind == Kind.STALE
                ? in(() -> shop.baton
                        .bean(CatalogLookup.class)
                        .offersOf(shop.merchant, List.of(sku))
                        .getOrDefault(sku, List.of())
                        .getFirst())
                : null;
        alerts.raise(
                shop.merchant,
                kind,
                sku,
                available,
                offer == null ? null : offer.id(),
                offer == null ? null : offer.supplier(),
                shop.baton.bean(Clock.class).instant());
    }

    private void oneOfEach() {
        raise(Kind.OUT, "I0", 0);
        raise(Kind.LOW, "I1", 6);
        raise(Kind.BACK, "I2", 70);
        raise(Kind.DISCONTINUED, "I3", 5);
        raise(Kind.STALE, "I4", 9);
        shop.baton
                .bean(RecordPriceRows.class)
                .record(
                        shop.merchant,
                        shop.acme,
                        List.of(new PriceRow(
                                "S-I5", Offer.MAIN, "Item 5", null, new Cost(70_000_000, "EUR"), null, null)),
                        shop.baton.bean(Clock.class).instant());
    }

    @Test
    void everyAlertSaysHowLongItLastsAndWhereItIsMended() {
        oneOfEach();

        Document list = ada.page(PATH);

        assertThat(list.select("[data-count]").attr("data-count")).isEqualTo("6");
        assertThat(list.select("[data-row] th").eachText()).containsExactly("I0", "I1", "I2", "I3", "I4", "I5");
        assertThat(row(list, "I1").text()).contains("Item 1", "Runs low", "6.0", "Ask when more comes");
        assertThat(row(list, "I3").text()).contains("Dropped by its supplier", "Acme Ltd");
        assertThat(row(list, "I0").text()).as("who offers it").contains("Out", "Acme Ltd", "0.0");
        assertThat(row(list, "I5").text()).contains("Cost jumped", "Accept or refuse the cost");
        for (Element row : list.select("[data-row]")) {
            for (String path : row.select("a[data-open]").eachAttr("href")) {
                assertThat(ada.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
        assertThat(ada.page(row(list, "I5")
                                .select("a[data-open]")
                                .eachAttr("href")
                                .getLast())
                        .text())
                .contains("70.00");
    }

    private static Element row(Document list, String code) {
        return list.select("[data-row]").stream()
                .filter(row -> row.select("th").text().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsNarrowedByKindAndSupplierAndTakenAwayAsAFile() {
        oneOfEach();
        var dearer = shop.supplier("DEARER");

        assertThat(keys(PATH + "?kind=stale")).containsExactly("I4");
        assertThat(keys(PATH + "?supplier=" + shop.acme.value())).containsExactly("I3", "I4", "I5");
        assertThat(keys(PATH + "?supplier=" + shop.acme.value() + "&kind=cost_jump"))
                .containsExactly("I5");
        assertThat(keys(PATH + "?supplier=" + dearer.value())).isEmpty();
        assertThat(ada.page(PATH + "?supplier=" + dearer.value()).text()).contains("No such alerts");
        String csv = new String(ada.bytes("/console/export/stock-alerts?format=csv&kind=low"), StandardCharsets.UTF_8);
        assertThat(csv).contains("I1", "Runs low", "6.0").doesNotContain("I0");
    }

    private List<String> keys(String path) {
        Document page = ada.page(path);
        List<String> codes = page.select("[data-row] th").eachText();
        assertThat(page.select("[data-count]").attr("data-count")).as(path).isEqualTo(String.valueOf(codes.size()));
        return codes;
    }

    @Test
    void theFiguresOfTheDayOpenAsMany() {
        assertThat(ada.page("/console").select("a[href^=" + PATH + "]")).isEmpty();
        oneOfEach();
        raise(Kind.OUT, "I6", 0);

        List<Element> figures = ada.page("/console").select("a[href^=" + PATH + "]");

        assertThat(figures.stream().map(Element::text)).contains("2Out", "1Runs low", "1Cost jumped");
        for (Element figure : figures) {
            assertThat(keys(figure.attr("href")))
                    .as(figure.text())
                    .hasSize(Integer.parseInt(figure.attr("data-figure")));
        }
        assertThat(ada.page("/console/stock").select("a[href=" + PATH + "]").text())
                .isEqualTo("7 alerts");
    }

    @Test
    void whereNothingIsWarnedOfItSaysWhatWouldBe() {
        assertThat(ada.page(PATH).select("[data-empty]").text()).contains("Nothing needs a look");
    }
}
