package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stores sell, what it is here, and the orders that waited for it. */
class CatalogueCallsTest {

    private static final String SECRET = "shhh";

    private static final String ORDER = """
            {"store": "wholesale", "id": "W-1", "name": "#W1", "currency": "EUR", "paid": true,
             "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": null, "locale": "de"},
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "SIX-BULBS", "title": "Six bulbs", "quantity": 1, "unitPrice": "30.00"}],
             "shipMethod": "standard"}""";

    private static final String MAPPING = """
            {"mappings": [{"store": "wholesale", "storeSku": "SIX-BULBS", "to": [{"sku": "BULB", "quantity": 6}]}]}""";

    private static final String PRODUCT = """
            {"id": 632910392, "title": "Bulb E27 warm", "status": "active", "updated_at": "2026-03-01T11:00:00+01:00",
             "variants": [
               {"id": 1, "title": "Default Title", "price": "2.50", "sku": "bulb", "barcode": "4006381333931",
                "inventory_policy": "continue", "inventory_management": "shopify"},
               {"id": 2, "title": "Clear", "price": "3.50", "sku": "GLOBE", "barcode": null},
               {"id": 3, "title": "Blue", "price": "3.50", "sku": null, "barcode": null},
               {"id": 4, "title": "Lamp", "price": "30.00", "sku": "LAMP", "barcode": null}]}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    private String heldOrder() {
        ApiClient.Reply reply = admin.send("POST", "/api/v1/orders", ORDER, Map.of("Idempotency-Key", "key-1"));
        assertThat(reply.status()).as(reply.text()).isIn(201, 202);
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> admin.get("/api/v1/orders?store=wholesale&storeOrderId=W-1")
                                .at("/items/0/id"),
                        id -> !id.isEmpty());
    }

    @Test
    void mappingOneSkuPreviewsAndReleasesTheOrderItHeld() {
        String id = heldOrder();
        assertThat(admin.get("/api/v1/orders/" + id).at("/state")).isEqualTo("held");

        ApiClient.Reply preview = admin.post("/api/v1/catalog/mappings/preview", MAPPING);
        assertThat(preview.at("/held")).isEqualTo("1");
        assertThat(preview.at("/orders/0/id")).isEqualTo(id);
        assertThat(preview.at("/orders/0/lines/0/sku")).isEqualTo("BULB");
        assertThat(preview.at("/orders/0/lines/0/ships/0/supplier")).isEqualTo("acme");
        assertThat(preview.at("/orders/0/lines/0/ships/0/quantity")).isEqualTo("6");
        assertThat(admin.get("/api/v1/orders/" + id).at("/state")).isEqualTo("held");

        ApiClient.Reply mapped = admin.post("/api/v1/catalog/mappings", MAPPING);
        assertThat(mapped.at("/mapped")).isEqualTo("1");
        assertThat(mapped.at("/released/orders/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/orders/" + id).at("/state")).isNotEqualTo("held");
        assertThat(admin.get("/api/v1/holds").at("/items/0")).isEmpty();
    }

    @Test
    void previewsWhatABundleReleasesAndThenReleasesIt() {
        String id = heldOrder();
        String bundle = "{\"skus\": [{\"sku\": \"SIX-BULBS\", \"title\": \"Six\", \"weightGrams\": 300,"
                + " \"bundle\": [{\"sku\": \"BULB\", \"quantity\": 6}]}]}";

        ApiClient.Reply preview = admin.post("/api/v1/catalog/skus/preview", bundle);
        assertThat(preview.at("/held")).isEqualTo("1");
        assertThat(preview.at("/orders/0/id")).isEqualTo(id);
        assertThat(preview.at("/orders/0/lines/0/sku")).isEqualTo("BULB");
        assertThat(preview.at("/orders/0/lines/0/ships/0/quantity")).isEqualTo("6");
        assertThat(admin.get("/api/v1/holds").at("/items/0/kind")).isEqualTo("UNKNOWN_SKU");
        assertThat(admin.post("/api/v1/catalog/mappings/preview", MAPPING.replace("\"BULB\"", "\"SIX-BULBS\""))
                        .at("/code"))
                .as("nothing is kept of it")
                .isEqualTo("SKU_UNKNOWN");

        ApiClient.Reply defined = admin.post("/api/v1/catalog/skus", bundle);
        assertThat(defined.at("/defined")).isEqualTo("1");
        assertThat(defined.at("/released/orders/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/holds").at("/items/0")).isEmpty();
    }

    @Test
    void releasesByCodeWhatADefinitionMadeKnown() {
        String id = heldOrder();
        SetUp.good(admin.post(
                "/api/v1/catalog/skus",
                "{\"skus\": [{\"sku\": \"SIX-BULBS\", \"title\": \"Six\", \"weightGrams\": 300}]}"));
        String known = "{\"skus\": [\"SIX-BULBS\"]}";

        ApiClient.Reply preview = admin.post("/api/v1/holds/release-known/preview", known);
        assertThat(preview.at("/orders/0/lines/0/heldBy")).isEqualTo("NO_SUPPLIER");
        assertThat(admin.get("/api/v1/holds").at("/items/0/kind")).isEqualTo("UNKNOWN_SKU");

        assertThat(admin.post("/api/v1/holds/release-known", known).at("/orders/0/id"))
                .isEqualTo(id);
        assertThat(admin.get("/api/v1/holds").at("/items/0/kind")).isEqualTo("NO_SUPPLIER");
        assertThat(admin.post("/api/v1/holds/release-known", "{\"skus\": []}").at("/field"))
                .isEqualTo("skus");
    }

    @Test
    void anOfferReleasesWhatHadNoSupplierAndIsEndedAndGoesOn() {
        SetUp.good(admin.post(
                "/api/v1/catalog/skus",
                "{\"skus\": [{\"sku\": \"SIX-BULBS\", \"title\": \"Six\", \"weightGrams\": 300}]}"));
        String id = heldOrder();
        String offers = """
                {"offers": [{"sku": "SIX-BULBS", "supplier": "acme", "supplierSku": "A-6", "unitCost": "6.00",
                             "currency": "EUR"}]}""";
        String which = "{\"offers\": [{\"sku\": \"SIX-BULBS\", \"supplier\": \"acme\"}]}";

        ApiClient.Reply preview = admin.post("/api/v1/catalog/offers/preview", offers);
        assertThat(preview.at("/orders/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/holds").at("/items/0/kind")).isEqualTo("NO_SUPPLIER");
        ApiClient.Reply defined = admin.post("/api/v1/catalog/offers", offers);
        assertThat(defined.at("/defined")).isEqualTo("1");
        assertThat(defined.at("/ended")).isEqualTo("0");
        assertThat(defined.at("/released/orders/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/holds").at("/items/0")).isEmpty();

        assertThat(admin.post("/api/v1/catalog/offers/end", which).at("/ended")).isEqualTo("1");
        assertThat(admin.get("/api/v1/stock/SIX-BULBS").at("/offers/0/ended")).isEqualTo("true");
        assertThat(admin.get("/api/v1/catalog/costs?sku=SIX-BULBS").at("/items/0/endsAt"))
                .isNotEmpty();
        assertThat(admin.post("/api/v1/catalog/offers", offers).at("/ended"))
                .as("stating it again does not bring it back")
                .isEqualTo("1");
        assertThat(admin.post("/api/v1/catalog/offers/end", which.replace("acme", "nord"))
                        .at("/field"))
                .isEqualTo("offers[0]");
        assertThat(admin.post("/api/v1/catalog/offers/resume", which).at("/resumed"))
                .isEqualTo("1");
        assertThat(admin.get("/api/v1/catalog/costs?sku=SIX-BULBS").at("/items/0/ended"))
                .isEqualTo("false");
    }

    @Test
    void refusesAMappingOfAStoreOrSkuNobodyKnows() {
        ApiClient.Reply store = admin.post("/api/v1/catalog/mappings", MAPPING.replace("wholesale", "nope"));
        ApiClient.Reply sku = admin.post("/api/v1/catalog/mappings/preview", MAPPING.replace("\"BULB\"", "\"NOPE\""));

        assertThat(store.status()).isEqualTo(422);
        assertThat(store.at("/field")).isEqualTo("mappings[0].store");
        assertThat(sku.at("/code")).isEqualTo("SKU_UNKNOWN");
        assertThat(sku.at("/field")).isEqualTo("mappings[0].to[0].sku");
    }

    @Test
    void listsWhatAStoreSellsWithWhatItMayBeHere() throws Exception {
        listProduct();

        ApiClient.Reply unmatched = admin.get("/api/v1/stores/web/listings?state=unmatched");
        assertThat(unmatched.at("/items/0/sku")).isEqualTo("bulb");
        assertThat(unmatched.at("/items/0/gtin")).isEqualTo("04006381333931");
        assertThat(unmatched.at("/items/0/price")).isEqualTo("2.50");
        assertThat(unmatched.at("/items/0/sellsWithoutStock")).isEqualTo("true");
        assertThat(unmatched.at("/items/0/suggestions/0/sku")).isEqualTo("BULB");
        assertThat(unmatched.at("/items/0/suggestions/0/reason")).isEqualTo("same_code");
        assertThat(admin.get("/api/v1/stores/web/listings?state=nope").status()).isEqualTo(422);
        assertThat(admin.get("/api/v1/stores/nope/listings").status()).isEqualTo(404);

        ApiClient.Reply summary = admin.get("/api/v1/stores/web/listings/summary");
        assertThat(summary.at("/unmatched")).isEqualTo("2");
        assertThat(summary.at("/sameCode")).isEqualTo("1");
        assertThat(summary.at("/withoutSku")).isEqualTo("1");

        assertThat(admin.post("/api/v1/stores/web/listings/adopt/preview", "").at("/skus/0"))
                .isEqualTo("bulb");
        assertThat(admin.get("/api/v1/stores/web/listings/summary").at("/sameCode"))
                .as("nothing is changed")
                .isEqualTo("1");
        ApiClient.Reply adopted = admin.post("/api/v1/stores/web/listings/adopt", "");
        assertThat(adopted.at("/defined")).isEqualTo("2");
        assertThat(admin.get("/api/v1/stores/web/listings/summary").at("/sameCode"))
                .isEqualTo("3");
    }

    @Test
    void aStoreThatCannotBeAskedIsNotPulled() throws Exception {
        listProduct();

        ApiClient.Reply refused = admin.post("/api/v1/stores/web/catalogue/pulls", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("shopify.accessToken");
        assertThat(admin.get("/api/v1/stores/web/catalogue/pulls/latest").status())
                .isEqualTo(404);
    }

    @Test
    void beginsAPullAndSaysHowFarItIs() {
        SetUp.good(admin.put(
                "/api/v1/stores/web",
                web(", \"accessToken\": \"shpat_x\", \"apiBaseUrl\":" + " \"http://127.0.0.1:9\"")));

        assertThat(admin.post("/api/v1/stores/web/catalogue/pulls", "").at("/products"))
                .isEqualTo("0");
        assertThat(admin.get("/api/v1/stores/web/catalogue/pulls/latest").at("/state"))
                .isIn("planned", "failed");
    }

    private static String web(String access) {
        return "{\"kind\": \"shopify\", \"name\": \"Web\", \"currency\": \"EUR\", \"zone\": \"Europe/Berlin\","
                + " \"shopify\": {\"shopDomain\": \"acme.myshopify.com\", \"webhookSecrets\": [\"" + SECRET + "\"]"
                + access + "}}";
    }

    private void listProduct() throws Exception {
        ApiClient.Reply store = admin.put("/api/v1/stores/web", web(""));
        SetUp.good(store);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = Base64.getEncoder()
                .encodeToString(mac.doFinal(PRODUCT.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        ApiClient.Reply told = admin.send(
                "POST",
                store.at("/webhookUrl"),
                PRODUCT,
                Map.of(
                        "X-Shopify-Topic", "products/create",
                        "X-Shopify-Hmac-Sha256", signature,
                        "X-Shopify-Shop-Domain", "acme.myshopify.com",
                        "X-Shopify-Event-Id", "e-1"));
        assertThat(told.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/stores/web/listings").at("/items/3/id"), id -> !id.isEmpty());
    }
}
