package dev.baton.world.launch;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The merchant of the benchmark: a signed store, 20 suppliers, two offers and more per SKU, some SKUs short. */
final class BenchShop {

    static final int SUPPLIERS = 20;
    static final String WEBHOOK_SECRET = "bench-webhook-secret";
    static final String DOMAIN = "bench.myshopify.com";
    private static final int SKUS = 300;
    private static final int SHORT_SKUS = 20;
    private static final int OFFERS = 3;
    private static final int PLENTY = 1_000_000;

    private final BatonApi baton;

    BenchShop(BatonApi baton) {
        this.baton = baton;
    }

    /** SKUs in stock everywhere. */
    static List<String> skus() {
        return names("SKU-", SKUS);
    }

    /** SKUs nobody has a unit of. */
    static List<String> shortSkus() {
        return names("OUT-", SHORT_SKUS);
    }

    private static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    /** The signing key of each supplier by the path it listens at. */
    static Map<String, byte[]> secretByPath() {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (int i = 0; i < SUPPLIERS; i++) {
            secrets.put("/suppliers/" + i, key(i));
        }
        return secrets;
    }

    private static byte[] key(int supplier) {
        return "bench-supplier-signing-key-%04d".formatted(supplier).getBytes(StandardCharsets.US_ASCII);
    }

    /** Tells Baton of everything; answers the path of the store's webhooks. */
    String setUp(URI suppliers) {
        good(baton.put("/api/v1/settings", settings()), "settings");
        for (int i = 0; i < SUPPLIERS; i++) {
            good(baton.put("/api/v1/suppliers/s" + i, supplier(i, suppliers)), "supplier");
        }
        List<String> all = new ArrayList<>(skus());
        all.addAll(shortSkus());
        good(baton.post("/api/v1/catalog/skus", goods(all)), "skus");
        good(baton.post("/api/v1/catalog/offers", offers(all)), "offers");
        for (int i = 0; i < SUPPLIERS; i++) {
            good(baton.post("/api/v1/stock-feeds", feed(i, all)), "stock");
        }
        return good(baton.put("/api/v1/stores/bench", store()), "store")
                .orEmpty()
                .path("webhookUrl")
                .asString();
    }

    private static BatonApi.Answer good(BatonApi.Answer answer, String what) {
        if (!answer.isGood()) {
            throw new IllegalStateException(what + " was refused: " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private static ObjectNode settings() {
        ObjectNode body = Json.object();
        body.put("name", "Bench");
        body.put("bookCurrency", "EUR");
        body.put("zone", "Europe/Berlin");
        body.put("valueLimit", "0");
        body.put("maySplitLines", true);
        body.put("splitPenalty", "1.00");
        body.put("maxReroutes", 3);
        body.put("duplicateWindowHours", 24);
        body.put("graceSeconds", 0);
        body.putArray("blockedCountries");
        body.put("requireDataPermission", true);
        body.put("holdUnpaid", true);
        return body;
    }

    private static ObjectNode supplier(int number, URI suppliers) {
        ObjectNode body = Json.object();
        body.put("name", "Supplier " + number);
        body.put("currency", "EUR");
        body.put("zone", "Europe/Berlin");
        body.put("country", "DE");
        ObjectNode hours = body.putObject("workingHours");
        ArrayNode days = hours.putArray("days");
        for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")) {
            days.add(day);
        }
        hours.put("from", "00:00");
        hours.put("to", "00:00");
        hours.putArray("holidays");
        body.put("ackHours", 24);
        body.put("netting", "GROSS");
        body.put("bookingLagSeconds", 0);
        body.put("graceSeconds", 0);
        body.put("absence", "KEEP");
        body.put("maxFeedAgeSeconds", 86_400);
        body.put("dropshipFee", "1.%02d".formatted(number));
        body.put("maxParcelWeightGrams", 30_000);
        ObjectNode rate = body.putArray("shippingRates").addObject();
        rate.put("country", "*");
        rate.put("maxWeightGrams", 30_000);
        rate.put("price", "4.90");
        body.putArray("shipMethods");
        body.putObject("instructions").put("packaging", "No invoice in the box");
        ObjectNode channel = body.putObject("channel");
        channel.put("kind", "rest");
        channel.put("url", suppliers + "/suppliers/" + number);
        channel.put("secret", "whsec_" + Base64.getEncoder().encodeToString(key(number)));
        body.put("live", true);
        return body;
    }

    private static ObjectNode goods(List<String> skus) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("skus");
        for (String sku : skus) {
            list.addObject().put("sku", sku).put("title", "Thing " + sku).put("weightGrams", 400);
        }
        return body;
    }

    private static ObjectNode offers(List<String> skus) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("offers");
        for (int s = 0; s < skus.size(); s++) {
            for (int k = 0; k < OFFERS; k++) {
                ObjectNode offer = list.addObject();
                offer.put("sku", skus.get(s));
                offer.put("supplier", "s" + supplierOf(s, k));
                offer.put("supplierSku", "X-" + skus.get(s));
                offer.put("unitCost", "%d.%02d".formatted(5 + k, s % 100));
                offer.put("currency", "EUR");
            }
        }
        return body;
    }

    private static int supplierOf(int sku, int offer) {
        return (sku + offer * 7) % SUPPLIERS;
    }

    private static ObjectNode feed(int supplier, List<String> skus) {
        ObjectNode body = Json.object();
        body.put("supplier", "s" + supplier);
        body.put("mode", "DELTA");
        ArrayNode rows = body.putArray("rows");
        for (int s = 0; s < skus.size(); s++) {
            for (int k = 0; k < OFFERS; k++) {
                if (supplierOf(s, k) == supplier) {
                    ObjectNode row = rows.addObject();
                    row.put("supplierSku", "X-" + skus.get(s));
                    row.put("quantity", skus.get(s).startsWith("OUT-") ? 0 : PLENTY);
                }
            }
        }
        return body;
    }

    private static ObjectNode store() {
        ObjectNode body = Json.object();
        body.put("kind", "shopify");
        body.put("name", "Bench store");
        body.put("currency", "EUR");
        body.put("zone", "Europe/Berlin");
        ObjectNode shopify = body.putObject("shopify");
        shopify.put("shopDomain", DOMAIN);
        shopify.put("accessToken", "shpat_bench");
        shopify.putArray("webhookSecrets").add(WEBHOOK_SECRET);
        shopify.put("pollSeconds", 86_400);
        return body;
    }
}
