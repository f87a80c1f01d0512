package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores, offers, stock feeds and what they come to. */
class StockCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    @Test
    void definesAStoreAndChangesAllButItsKind() {
        ApiClient.Reply again = admin.put("/api/v1/stores/wholesale", SetUp.API_STORE.replace("Wholesale", "Trade"));
        SetUp.good(again);

        assertThat(admin.get("/api/v1/stores").at("/items/0/name")).isEqualTo("Trade");
        ApiClient.Reply other =
                admin.put("/api/v1/stores/wholesale", SetUp.API_STORE.replace("\"api\"", "\"shopify\""));
        assertThat(other.status()).isIn(409, 422);
    }

    @Test
    void refusesAStoreNothingCouldWorkWith() {
        ApiClient.Reply currency = admin.put("/api/v1/stores/other", SetUp.API_STORE.replace("EUR", "EURO"));
        ApiClient.Reply code = admin.put("/api/v1/stores/-", SetUp.API_STORE);

        assertThat(currency.at("/code")).isEqualTo("STORE_INVALID");
        assertThat(currency.at("/field")).isEqualTo("currency");
        assertThat(code.at("/field")).isEqualTo("code");
    }

    @Test
    void refusesAnOfferOfAnUnknownSupplier() {
        ApiClient.Reply reply = admin.post("/api/v1/catalog/offers", SetUp.OFFERS.replace("acme", "nobody"));

        assertThat(reply.at("/code")).isEqualTo("SUPPLIER_UNKNOWN");
        assertThat(reply.at("/field")).isEqualTo("offers[0].supplier");
    }

    @Test
    void refusesACostFinerThanAMillionth() {
        ApiClient.Reply reply = admin.post("/api/v1/catalog/offers", SetUp.OFFERS.replace("12.5025", "0.00000001"));

        assertThat(reply.at("/field")).isEqualTo("offers[0].unitCost");
    }

    @Test
    void saysWhatCanBeSoldAndWhy() {
        ApiClient.Reply stock = admin.get("/api/v1/stock/LAMP");

        assertThat(stock.at("/published")).isEqualTo("39");
        assertThat(stock.at("/offers/0/supplier")).isEqualTo("acme");
        assertThat(stock.at("/offers/0/observed")).isEqualTo("40");
        assertThat(stock.at("/offers/0/buffer")).isEqualTo("1");
    }

    @Test
    void saysThatThereIsNoSuchSku() {
        assertThat(admin.get("/api/v1/stock/NONE").status()).isEqualTo(404);
    }

    @Test
    void takesAFeedTwiceWithOneEffectAndNamesTheRowsItCannotUse() {
        ApiClient.Reply again = admin.post("/api/v1/stock-feeds", SetUp.STOCK);
        ApiClient.Reply odd = admin.post(
                "/api/v1/stock-feeds",
                SetUp.STOCK
                        .replace("\"sequence\": 1", "\"sequence\": 2")
                        .replace("FULL", "DELTA")
                        .replace("A-2", "A-9"));

        assertThat(again.at("/applied")).isEqualTo("0");
        assertThat(odd.status()).isEqualTo(201);
        assertThat(odd.at("/faults/0/supplierSku")).isEqualTo("A-9");
    }

    @Test
    void refusesAFullRunWithoutRowsAndOneOfNobody() {
        ApiClient.Reply empty =
                admin.post("/api/v1/stock-feeds", "{\"supplier\": \"acme\", \"mode\": \"FULL\", \"rows\": []}");
        ApiClient.Reply nobody = admin.post("/api/v1/stock-feeds", SetUp.STOCK.replace("\"supplier\": \"acme\",", ""));

        assertThat(empty.at("/code")).isEqualTo("FEED_EMPTY");
        assertThat(nobody.at("/field")).isEqualTo("supplier");
    }

    @Test
    void takesASuppliersOwnStockUnderItsOwnKeyOnly() {
        SetUp.good(admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        ApiClient acme = admin.withKey(admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme\"}")
                .at("/key"));
        String own = SetUp.STOCK
                .replace("\"supplier\": \"acme\",", "")
                .replace("\"sequence\": 1", "\"sequence\": 2")
                .replace("40", "7");

        assertThat(acme.post("/api/v1/supplier/stock", own).at("/applied")).isEqualTo("1");
        assertThat(acme.post("/api/v1/stock-feeds", SetUp.STOCK.replace("acme", "other"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/stock/LAMP").at("/available")).isEqualTo("6");
    }

    @Test
    void setsASuspiciousRunAsideAsAStockFileAndAnswersWhatAPreviewWouldChange() {
        SetUp.good(admin.put("/api/v1/feeds/acme-rest", """
                {"supplier": "acme", "mode": "FULL", "source": {"kind": "REST"}, "everyMinutes": 30,
                 "guard": {"fromOffers": 1, "mostLostPercent": 50, "mostMissingPercent": 50}}
                """));
        String zeros = "{\"supplier\": \"acme\", \"mode\": \"DELTA\", \"preview\": %s, \"rows\": [%s]}";
        String rows = "{\"supplierSku\": \"A-1\", \"quantity\": 0}, {\"supplierSku\": \"A-2\", \"quantity\": 0}";

        ApiClient.Reply preview = admin.post(
                "/api/v1/stock-feeds", zeros.formatted("true", "{\"supplierSku\": \"A-1\", \"quantity\": 41}"));
        ApiClient.Reply aside = admin.post("/api/v1/stock-feeds", zeros.formatted("false", rows));

        assertThat(preview.at("/changes/raised")).isEqualTo("1");
        assertThat(preview.at("/quarantined")).isEqualTo("false");
        assertThat(admin.get("/api/v1/feed-files/" + preview.at("/file")).at("/cameBy"))
                .isEqualTo("rest");
        assertThat(aside.at("/quarantined")).isEqualTo("true");
        assertThat(aside.at("/reason")).contains("would fall to 0");
        assertThat(admin.get("/api/v1/stock/LAMP").at("/available")).isEqualTo("39");
        assertThat(admin.get("/api/v1/feeds/acme-rest").at("/definition/source/kind"))
                .isEqualTo("REST");
    }

    @Test
    void refusesAFeedOfFilesWithoutColumnsAndOneOfFiguresWithAPlace() {
        ApiClient.Reply columns = admin.put("/api/v1/feeds/acme-files", "{\"supplier\": \"acme\", \"mode\": \"FULL\"}");
        ApiClient.Reply fetched = admin.put(
                "/api/v1/feeds/acme-files",
                "{\"supplier\": \"acme\", \"mode\": \"FULL\", \"source\": {\"kind\": \"REST\"}, \"shipFrom\": \"X\"}");

        assertThat(columns.at("/field")).isEqualTo("mapping");
        assertThat(fetched.at("/field")).isEqualTo("shipFrom");
    }

    @Test
    void keepsUnitsBackInLayersAndAnOfferSentAgainLeavesThemAlone() {
        String offers = SetUp.OFFERS.replace(", \"buffer\": 1", "");
        assertThat(offers).isNotEqualTo(SetUp.OFFERS);

        SetUp.good(admin.post("/api/v1/catalog/offers", offers));
        assertThat(admin.get("/api/v1/stock/LAMP").at("/offers/0/buffer")).isEqualTo("1");
        ApiClient.Reply set = admin.put("/api/v1/buffers", """
                {"buffers": [
                  {"supplier": "acme", "units": 5}, {"sku": "BULB", "units": 7},
                  {"supplier": "acme", "sku": "LAMP", "units": null},
                  {"store": "wholesale", "units": 2}, {"store": "wholesale", "sku": "LAMP", "units": 9}]}
                """);

        assertThat(set.at("/stated")).isEqualTo("5");
        assertThat(admin.get("/api/v1/stock/LAMP").at("/offers/0/buffer")).isEqualTo("5");
        assertThat(admin.get("/api/v1/stock/BULB").at("/offers/0/buffer")).isEqualTo("7");
        ApiClient.Reply first = admin.get("/api/v1/buffers?limit=2");
        ApiClient.Reply rest = admin.get("/api/v1/buffers?limit=9&cursor=" + first.at("/next"));
        assertThat(first.at("/items/0/sku")).isEqualTo("BULB");
        assertThat(first.at("/items/1/store")).isEqualTo("wholesale");
        assertThat(rest.at("/items/0/sku")).isEqualTo("LAMP");
        assertThat(rest.at("/items/1/supplier")).isEqualTo("acme");
        SetUp.good(admin.put(
                "/api/v1/buffers",
                "{\"buffers\": [{\"supplier\": \"acme\", \"sku\": \"LAMP\", \"shipFrom\": \"MAIN\", \"units\": 3}]}"));
        assertThat(admin.get("/api/v1/buffers").at("/items/0/shipFrom")).isEqualTo("MAIN");
    }

    @Test
    void refusesABufferOfNothingOrOfSomethingUnknown() {
        assertThat(buffer("{\"units\": 1}").at("/field")).isEqualTo("buffers[0].sku");
        assertThat(buffer("{\"sku\": \"NONE\", \"units\": 1}").at("/field")).isEqualTo("buffers[0].sku");
        assertThat(buffer("{\"store\": \"nowhere\", \"units\": 1}").at("/field"))
                .isEqualTo("buffers[0].store");
        assertThat(buffer("{\"store\": \"wholesale\", \"supplier\": \"acme\", \"units\": 1}")
                        .at("/field"))
                .isEqualTo("buffers[0].supplier");
        assertThat(buffer("{\"supplier\": \"acme\", \"units\": -1}").at("/field"))
                .isEqualTo("buffers[0].units");
        assertThat(buffer("{\"supplier\": \"acme\", \"sku\": \"LAMP\", \"shipFrom\": \"MOON\", \"units\": 1}")
                        .at("/field"))
                .isEqualTo("buffers[0].sku");
        assertThat(admin.get("/api/v1/buffers?cursor=odd").at("/field")).isEqualTo("cursor");
        assertThat(admin.post("/api/v1/catalog/offers", SetUp.OFFERS.replace("\"buffer\": 1", "\"buffer\": -1"))
                        .at("/field"))
                .isEqualTo("offers[0].buffer");
    }

    private ApiClient.Reply buffer(String rule) {
        return admin.put("/api/v1/buffers", "{\"buffers\": [" + rule + "]}");
    }
}
