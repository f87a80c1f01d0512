package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.merchants.Role;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stores sell and suppliers list is brought together with what is known here, one by one and many at once. */
class CatalogScreensTest {

    private static final String VARIANTS = "/console/products/variants";
    private static final String ITEMS = "/console/products/items";

    private final ConsoleShop shop = new ConsoleShop();
    private final CatalogShop catalog = new CatalogShop(shop);

    @AfterEach
    void close() {
        shop.close();
    }

    private static List<String> cells(Document page, int column) {
        return page.select("[data-row]").stream()
                .map(row -> row.select("th, td").get(column).text())
                .toList();
    }

    private static Map<String, String> picked(Document page, String act) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form-token", page.select("#bulk input[name=form-token]").attr("value"));
        fields.put("act", act);
        fields.put("pick", String.join("\n", page.select("[data-row]").eachAttr("data-key")));
        return fields;
    }

    private Document following(Staffer who, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return who.page(answer.headers().firstValue("Location").orElseThrow());
    }

    private void cupsAndJars() {
        catalog.product("CUP-01", "Blue cup", "4006381333931");
        catalog.product("CUP-02", "Green cup", null);
        catalog.product("JAR-9", "Red jar with handle", null);
        catalog.sells("1", "cup 02", "A cup", null);
        catalog.sells("2", "X-1", "Something blue", "4006381333931");
        catalog.sells("3", "X-2", "Red jar with a handle", null);
        catalog.sells("4", "X-3", "Coffee grinder", null);
        catalog.sells("5", null, "Blue cup without a code", null);
        catalog.sells("6", "JAR-9", "Red jar with handle", null);
    }

    @Test
    void whatStoresSellIsListedWithWhatItMayBeAndWhy() {
        cupsAndJars();
        Staffer ada = shop.asOwner();

        Document all = ada.page(VARIANTS);
        assertThat(all.select("[data-row]")).hasSize(6);
        assertThat(all.select("[aria-current]").text()).contains("All 6");
        Document open = ada.page(VARIANTS + "?state=unmatched");

        assertThat(open.select("[data-count]").attr("data-count")).isEqualTo("4");
        assertThat(cells(open, 1)).containsExactly("cup 02", "X-1", "X-2", "X-3");
        assertThat(cells(open, 5)).containsExactly("May be CUP-02", "May be CUP-01", "May be JAR-9", "May be —");
        assertThat(cells(open, 6).subList(0, 2)).containsExactly("same code, written otherwise", "same barcode");
        assertThat(cells(open, 6).get(2)).startsWith("title 9").endsWith("alike, without “a”");
        assertThat(ada.page(VARIANTS + "?state=without_sku").text()).contains("give it a SKU in the store");
        assertThat(ada.page("/console/products").text()).contains("4 of what stores sell not known");
    }

    @Test
    void aListIsNarrowedByHowSureASuggestionIs() {
        cupsAndJars();
        Staffer ada = shop.asOwner();

        assertThat(cells(ada.page(VARIANTS + "?match=sure"), 1)).containsExactly("cup 02", "X-1");
        assertThat(cells(ada.page(VARIANTS + "?match=title"), 1)).containsExactly("X-2");
        assertThat(cells(ada.page(VARIANTS + "?match=none"), 1)).containsExactly("X-3");
    }

    @Test
    void manyAreConfirmedAtOnceAndWhatTheyHeldGoesOn() {
        cupsAndJars();
        shop.shop.goods("CUP-01", "Blue cup", shop.acme);
        new HeldOrder(shop, "1001").of("X-1").comesIn();
        new HeldOrder(shop, "1002").of("X-1").comesIn();
        Staffer ada = shop.asOwner();
        Document list = ada.page(VARIANTS + "?state=unmatched");

        Document preview = ada.form(ada.post("/console/bulk/variants", picked(list, "confirm")));
        assertThat(preview.text())
                .contains(
                        "Say that 3 variants are what they may be",
                        "becomes 1 × CUP-01, Blue cup: same barcode. 2 orders wait for it",
                        "nothing is suggested for it: choose what it is");
        assertThat(ada.page("/console/exceptions?kind=unknown_sku").select("[data-row]"))
                .hasSize(2);
        Document done = following(
                ada,
                ada.send(
                        preview,
                        "form[action$=/do]",
                        Map.of("pick", picked(list, "confirm").get("pick"))));

        assertThat(done.select("[data-notice]").text()).contains("3 variants are known now");
        assertThat(ada.page("/console/exceptions?kind=unknown_sku").select("[data-row]"))
                .isEmpty();
        assertThat(cells(ada.page(VARIANTS + "?state=unmatched"), 1)).containsExactly("X-3");
        assertThat(ada.page(VARIANTS + "?state=mapped").select("[data-row]")).hasSize(3);
    }

    @Test
    void nothingIsTakenThatNobodySaw() {
        cupsAndJars();
        Staffer ada = shop.asOwner();
        Map<String, String> seen = picked(ada.page(VARIANTS + "?match=title"), "confirm");
        catalog.product("JAR-9", "Something else entirely", null);
        catalog.product("JAR-10", "Red jar with a handle", null);

        assertThat(ada.form(ada.post("/console/bulk/variants", seen)).text())
                .contains("nothing is suggested for it")
                .doesNotContain("JAR-10,");
    }

    @Test
    void aStoresSkuIsMadeOfSeveralProductsByCountryAndTakenBack() {
        cupsAndJars();
        shop.shop.goods("CUP-01", "Blue cup", shop.acme);
        shop.shop.goods("JAR-9", "Red jar", shop.acme);
        new HeldOrder(shop, "1001").of("X-3").comesIn();
        Staffer ada = shop.asOwner();
        String mapping = "/console/products/mapping?store=main&store-sku=X-3";
        assertThat(ada.page(mapping).text()).contains("Coffee grinder", "not mapped so far");

        Document preview = ada.page(mapping + "&sku-1=CUP-01&quantity-1=6&sku-2=JAR-9&quantity-2=1&see=yes");
        assertThat(preview.select("[data-preview]").text())
                .contains("X-3 becomes 6 × CUP-01 + 1 × JAR-9. 1 order waits for it.", "goes on");
        Document done = following(ada, ada.send(preview, "[data-preview] form", Map.of()));
        assertThat(done.text()).contains("The product is known now", "mapped");
        assertThat(ada.page("/console/exceptions?kind=unknown_sku").select("[data-row]"))
                .isEmpty();
        assertThat(ada.page("/console/products/sku?code=JAR-9")
                        .select("[data-mapping]")
                        .text())
                .contains("X-3 is 6 × CUP-01 + 1 × JAR-9", "every country without its own");

        Document british = ada.page(mapping + "&country=GB&sku-1=JAR-9&quantity-1=2&see=yes");
        assertThat(british.select("[data-preview]").text()).contains("2 × JAR-9 for orders to GB");
        following(ada, ada.send(british, "[data-preview] form", Map.of()));
        assertThat(ada.page(mapping).select("[data-elsewhere]").text()).isEqualTo("GB2 × JAR-9");

        Document removal = ada.page(mapping + "&country=GB&remove=yes");
        assertThat(removal.select("[data-preview]").text()).contains("X-3 is not mapped any more for orders to GB");
        assertThat(following(ada, ada.send(removal, "[data-preview] form", Map.of()))
                        .text())
                .contains("It is not mapped any more");
        assertThat(ada.page(mapping).select("[data-elsewhere]")).isEmpty();
    }

    @Test
    void aWrongMappingIsRefusedWithTheReason() {
        Staffer ada = shop.asOwner();
        String mapping = "/console/products/mapping?store=main&store-sku=X-3";

        assertThat(ada.page(mapping + "&sku-1=NOWHERE&quantity-1=1&see=yes")
                        .select("[role=alert]")
                        .text())
                .contains("The SKU NOWHERE is not known");
        assertThat(ada.page(mapping + "&sku-1=&see=yes").select("[role=alert]").text())
                .contains("Say at least one product");
        assertThat(ada.page(mapping + "&sku-1=A&quantity-1=lots&see=yes")
                        .select("[role=alert]")
                        .text())
                .contains("Give a whole number of A");
        assertThat(ada.page(mapping + "&sku-1=A&quantity-1=1&country=XX&see=yes")
                        .select("[role=alert]")
                        .text())
                .contains("ISO 3166-1");
        assertThat(ada.page("/console/products/mapping?store=nowhere&store-sku=A&sku-1=A&quantity-1=1&see=yes")
                        .select("[role=alert]")
                        .text())
                .contains("Choose the store");
        Document viewer = shop.as(Role.VIEWER).page(mapping);
        assertThat(viewer.select("form[data-mapping]")).isEmpty();
    }

    @Test
    void itemsOfAListBecomeOffersAndReleaseWhatHadNoSupplier() {
        catalog.product("VASE", "Blue vase", "4006381333931");
        catalog.product("BOWL", "Wooden bowl large", null);
        catalog.lists("A-90", "Vase", "4006381333931");
        catalog.lists("A-91", "Large wooden bowl", null);
        catalog.lists("A-92", "Coffee grinder", null);
        new HeldOrder(shop, "1001").of("VASE").comesIn();
        Staffer ada = shop.asOwner();
        Document list = ada.page(ITEMS);
        assertThat(list.select("[data-count]").attr("data-count")).isEqualTo("3");
        assertThat(cells(list, 4)).containsExactly("May be VASE", "May be BOWL", "May be —");
        assertThat(cells(list, 5)).containsExactly("same barcode", "title 100 % alike", "—");
        assertThat(cells(list, 7)).containsExactly("At least 12", "At least 12", "At least 12");
        assertThat(ada.page("/console/products").text()).contains("3 items not offered yet", "2 offered by nobody");
        assertThat(ada.page("/console/products?offers=none").select("[data-row]"))
                .hasSize(2);

        Document preview = ada.form(ada.post("/console/bulk/supplier-items", picked(list, "confirm")));
        assertThat(preview.text())
                .contains(
                        "Make offers of 2 items", "is offered as VASE, Blue vase: same barcode. 1 order waits for it");
        Document done = following(
                ada,
                ada.send(
                        preview,
                        "form[action$=/do]",
                        Map.of("pick", picked(list, "confirm").get("pick"))));

        assertThat(done.select("[data-notice]").text()).contains("2 items are offers now");
        assertThat(catalog.offers("A-90")).singleElement().satisfies(offer -> {
            assertThat(offer.minimumQuantity()).isEqualTo(12);
            assertThat(offer.packSize()).isEqualTo(6);
        });
        assertThat(cells(ada.page(ITEMS), 1)).containsExactly("A-92");
        assertThat(ada.page("/console/products/sku?code=VASE").text())
                .contains(
                        "3.20 EUR, 2.90 EUR from 24 on",
                        "in packs of 6",
                        "at least 12 in a line",
                        "Cost from its price list");
    }

    @Test
    void oneOfManyDoesNotTakeThePlaceOfAnOfferUnseen() {
        shop.shop.goods("VASE", "Blue vase", shop.acme);
        catalog.lists("A-91", "Blue vase", null);
        Staffer ada = shop.asOwner();

        assertThat(ada.form(ada.post("/console/bulk/supplier-items", picked(ada.page(ITEMS), "confirm")))
                        .text())
                .contains("the supplier offers VASE already, as S-VASE: decide on its own page");
        String item = "/console/products/items/one?item=" + catalog.item("A-91");
        assertThat(ada.page(item + "&sku=NOWHERE").select("[role=alert]").text())
                .contains("NOWHERE is not known");
        Document preview = ada.page(item + "&sku=VASE");
        assertThat(preview.select("[data-preview]").text()).contains("It takes the place of S-VASE");
        assertThat(following(ada, ada.send(preview, "[data-preview] form", Map.of()))
                        .text())
                .contains("It is an offer now");
        assertThat(catalog.offers("A-91")).hasSize(1);
        assertThat(ada.get(item).statusCode()).isEqualTo(404);
    }

    @Test
    void aBundleIsMadeChangedAndUnmade() {
        shop.shop.goods("CUP-01", "Blue cup", shop.acme);
        shop.shop.goods("JAR-9", "Red jar", shop.acme);
        new HeldOrder(shop, "1001").of("SET-1").comesIn();
        Staffer ada = shop.asOwner();

        Document preview = ada.page("/console/products/bundle?code=SET-1&title=Cups+and+jar"
                + "&sku-1=CUP-01&quantity-1=2&sku-2=JAR-9&quantity-2=1&see=yes");
        assertThat(preview.select("[data-preview]").text())
                .contains("One SET-1 is made of 2 × CUP-01 + 1 × JAR-9", "1 order waits for it", "goes on");
        Document made = following(ada, ada.send(preview, "[data-preview] form", Map.of()));
        assertThat(made.text()).contains("bundle of 2 × CUP-01, 1 × JAR-9", "The bundle is made so");
        assertThat(ada.page("/console/exceptions?kind=unknown_sku").select("[data-row]"))
                .isEmpty();

        Document changed = ada.page("/console/products/bundle?code=SET-1&sku-1=CUP-01&quantity-1=3&see=yes");
        assertThat(following(ada, ada.send(changed, "[data-preview] form", Map.of()))
                        .text())
                .contains("Cups and jar", "bundle of 3 × CUP-01");
        Document unmade = ada.page("/console/products/bundle?code=SET-1&remove=yes");
        assertThat(following(ada, ada.send(unmade, "[data-preview] form", Map.of()))
                        .text())
                .contains("It is no bundle any more", "Nobody offers it");
        assertThat(ada.page("/console/products/bundle?code=CUP-01&sku-1=JAR-9&quantity-1=1&see=yes")
                        .select("[role=alert]")
                        .text())
                .contains("it has offers or is part of a bundle");
        assertThat(shop.as(Role.VIEWER)
                        .get("/console/products/bundle?code=SET-1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCostSaysWhichRowOfWhichFileItCameFrom() {
        SuppliersFiles files = new SuppliersFiles(shop);
        files.offers();
        files.priceList();
        var file = files.prices();
        await().until(() ->
                files.state(file).equals("QUARANTINED") || files.state(file).equals("APPLIED"));
        Staffer ada = shop.asOwner();
        String page = "/console/price-lists/acme-prices/files/" + file.value();
        if (files.state(file).equals("QUARANTINED")) {
            ada.send(ada.page(page), "form[action$=price-file]:has([name=right][value=yes])", Map.of());
            await().until(() -> files.state(file).equals("APPLIED"));
        }

        Document product = ada.page("/console/products/sku?code=I1");
        assertThat(product.select("[data-source]").text()).contains("Cost from its price list, prices.csv, row 3");
        assertThat(product.select("[data-source] a").attr("href")).startsWith(page);
        assertThat(ada.page(product.select("[data-source] a").attr("href"))
                        .select("[data-change]")
                        .eachText()
                        .getFirst())
                .startsWith("S-I1");
        Document jumped = ada.page("/console/products/sku?code=I5");
        assertThat(jumped.select("[data-jump]").text()).contains("by prices.csv, row 7");
        ada.send(jumped, "[data-jump] form:has([value=yes])", Map.of());
        assertThat(ada.page("/console/products/sku?code=I5")
                        .select("[data-source]")
                        .text())
                .contains("accepted after it jumped, prices.csv, row 7");
    }
}
