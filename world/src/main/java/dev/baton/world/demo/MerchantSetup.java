package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.story.BrandSheet;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.supplier.StandardWebhook;
import dev.baton.world.supplier.Suppliers;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets a merchant up through Baton's API, as a person with the first key would. */
final class MerchantSetup {

    /** Rows of a list in one call. */
    private static final int ROWS_AT_ONCE = 500;

    private static final int DAYS_AWAY = 60;

    /** The second of two alike may come late, where Baton was down in between. */
    private static final int DUPLICATE_WINDOW_HOURS = 72;

    private final BatonApi baton;
    private final Clock clock;

    MerchantSetup(BatonApi baton, Clock clock) {
        this.baton = baton;
        this.clock = clock;
    }

    /**
     * Enters the merchant.
     *
     * @param graceSeconds how long every order rests before it is sent, business time
     * @param answerHours how long a customer has to answer a question
     */
    void settings(int graceSeconds, int answerHours) {
        ObjectNode body = Json.object();
        body.put("name", "Hollow Oak Trading");
        body.put("bookCurrency", "USD");
        body.put("zone", "America/New_York");
        body.put("valueLimit", Playbook.VALUE_LIMIT);
        body.put("maySplitLines", true);
        body.put("splitPenalty", "2.00");
        body.put("maxReroutes", 3);
        body.put("duplicateWindowHours", DUPLICATE_WINDOW_HOURS);
        body.put("graceSeconds", graceSeconds);
        body.put("customerAnswerHours", answerHours);
        body.putArray("blockedCountries").add(Playbook.BLOCKED);
        body.put("requireDataPermission", true);
        body.put("holdUnpaid", true);
        require("settings", baton.put("/api/v1/settings", body));
        ObjectNode rates = Json.object();
        ArrayNode list = rates.putArray("rates");
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        rate(list, "EUR", today, "1.0850");
        rate(list, "NOK", today, "0.0952");
        require("fx rates", baton.post("/api/v1/fx-rates", rates));
    }

    private static void rate(ArrayNode list, String from, String asOf, String rate) {
        list.addObject().put("from", from).put("to", "USD").put("asOf", asOf).put("rate", rate);
    }

    /** Enters a brand and its logo. */
    void brand(BrandSheet brand) {
        ObjectNode body = Json.object();
        body.put("name", brand.name());
        body.put("senderName", brand.name());
        body.put("senderAddress", brand.senderAddress());
        body.put("replyTo", brand.replyTo());
        body.put("supportEmail", brand.replyTo());
        body.put("accentColour", brand.accentColour());
        body.put("language", "en");
        body.put("footer", brand.footer());
        String path = "/api/v1/brands/" + brand.code();
        require("brand " + brand.code(), baton.put(path, body));
        require("logo of " + brand.code(), baton.putBytes(path + "/logo", brand.logo(), "image/png"));
    }

    /** Connects a shop; answers the path webhooks go to. */
    String shop(ShopProfile shop, URI apiBaseUrl, int pollSeconds) {
        ObjectNode body = store("shopify", shop.code(), shop.name());
        ObjectNode connection = body.putObject("shopify");
        connection.put("shopDomain", shop.domain());
        connection.put("apiBaseUrl", apiBaseUrl.toString());
        if (shop.accessToken() == null) {
            connection.put("clientId", shop.clientId());
            connection.put("clientSecret", shop.clientSecret());
        } else {
            connection.put("accessToken", shop.accessToken());
        }
        connection.putArray("webhookSecrets").add(shop.webhookSecret());
        connection.put("locationId", Long.toString(shop.locationId()));
        connection.put("pollSeconds", pollSeconds);
        JsonNode answer = require("store " + shop.code(), baton.put("/api/v1/stores/" + shop.code(), body));
        return Json.text(answer, "webhookUrl");
    }

    /** Lets a tracking service tell of scans; answers the path its messages go to. */
    String trackingService(String secret) {
        ObjectNode body = Json.object().put("secret", secret);
        return Json.text(require("tracking service", baton.put("/api/v1/carrier-hooks/easypost", body)), "path");
    }

    /** Has the store's products read. */
    void pull(String store) {
        require("pull", baton.post("/api/v1/stores/" + store + "/catalogue/pulls", Json.object()));
    }

    /** Opens the store whose orders come by Baton's own API. */
    void directStore() {
        require(
                "store",
                baton.put("/api/v1/stores/" + Playbook.DIRECT, store("api", Playbook.DIRECT, "Tidewater Supply")));
    }

    private static ObjectNode store(String kind, String code, String name) {
        ObjectNode body = Json.object();
        body.put("kind", kind);
        body.put("name", name);
        body.put("currency", "USD");
        body.put("zone", "America/New_York");
        body.put("brand", BrandSheet.of(code).code());
        body.put("notifyCustomer", OrderScript.isMailedByBaton(code) ? "BATON" : "STORE");
        body.put("live", true);
        return body;
    }

    /** Enters every supplier; answers their keys by code. */
    Map<String, String> suppliers(Market market, URI suppliersUrl, Function<SupplierSheet, String> mailbox) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (SupplierSheet sheet : market.suppliers().values()) {
            String path = "/api/v1/suppliers/" + sheet.code();
            boolean live = sheet.start() != SupplierSheet.Start.WATCHED;
            require("supplier " + sheet.code(), baton.put(path, supplier(sheet, suppliersUrl, mailbox, live)));
            ObjectNode name = Json.object().put("name", sheet.name());
            JsonNode key = require("key of " + sheet.code(), baton.post(path + "/keys", name));
            keys.put(sheet.code(), Json.text(key, "key"));
        }
        return keys;
    }

    /** Enters a supplier anew, live and with the mailbox it has now; answers Baton's status. */
    int mend(SupplierSheet sheet, URI suppliersUrl, Function<SupplierSheet, String> mailbox) {
        return baton.put("/api/v1/suppliers/" + sheet.code(), supplier(sheet, suppliersUrl, mailbox, true))
                .status();
    }

    private static ObjectNode supplier(
            SupplierSheet sheet, URI suppliersUrl, Function<SupplierSheet, String> mailbox, boolean live) {
        ObjectNode body = Json.object();
        body.put("name", sheet.name());
        body.put("currency", sheet.currency());
        body.put("zone", sheet.zone());
        body.put("country", sheet.country());
        hours(body.putObject("workingHours"), sheet.roundTheClock());
        body.put("ackHours", sheet.ackHours());
        body.put("netting", sheet.netting());
        body.put("bookingLagSeconds", sheet.bookingLagSeconds());
        body.put("graceSeconds", sheet.graceSeconds());
        body.put("absence", "KEEP");
        body.put("maxFeedAgeSeconds", 7 * 24 * 3600);
        body.put("dropshipFee", sheet.dropshipFee());
        body.put("maxParcelWeightGrams", 30_000);
        ArrayNode rates = body.putArray("shippingRates");
        List<String> countries = sheet.countries().isEmpty() ? List.of("*") : sheet.countries();
        for (String country : countries) {
            rates.addObject()
                    .put("country", country)
                    .put("maxWeightGrams", 2000)
                    .put("price", "5.90");
            rates.addObject()
                    .put("country", country)
                    .put("maxWeightGrams", 10_000)
                    .put("price", "11.50");
            rates.addObject()
                    .put("country", country)
                    .put("maxWeightGrams", 30_000)
                    .put("price", "24.00");
        }
        ArrayNode methods = body.putArray("shipMethods");
        methods.addObject()
                .put("storeMethod", "standard")
                .put("code", "STD-" + sheet.code())
                .put("carrier", sheet.carrier());
        methods.addObject()
                .put("storeMethod", "express")
                .put("code", "EXP-" + sheet.code())
                .put("carrier", sheet.carrier());
        ObjectNode instructions = body.putObject("instructions");
        instructions.put("packaging", sheet.packaging());
        instructions.put("branding", sheet.branding());
        instructions.put("special", sheet.special());
        if (sheet.isMailed()) {
            body.putObject("mail").put("address", mailbox.apply(sheet));
            body.put("language", sheet.language());
        } else {
            ObjectNode channel = body.putObject("channel");
            channel.put("kind", "rest");
            channel.put("url", suppliersUrl + Suppliers.path(sheet.code()));
            channel.put("secret", StandardWebhook.secretFor(sheet.code()));
        }
        body.put("live", live);
        return body;
    }

    private static void hours(ObjectNode hours, boolean roundTheClock) {
        ArrayNode days = hours.putArray("days");
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY").forEach(days::add);
        if (roundTheClock) {
            days.add("SATURDAY").add("SUNDAY");
        }
        hours.put("from", roundTheClock ? "00:00" : "09:00");
        hours.put("to", roundTheClock ? "00:00" : "17:00");
        hours.putArray("holidays");
    }

    /** Says how much is to be left of the price of what is sold for hardly more than it costs. */
    void marginFloor() {
        ObjectNode body = Json.object();
        body.putArray("floors").addObject().put("sku", Market.SCARCELY_PAID).put("percent", "30");
        require("margin floor", baton.put("/api/v1/catalog/margin-floors", body));
    }

    /** A supplier that is away for the whole run gets nothing meanwhile. */
    void away(Market market, String supplier, Map<String, String> keys) {
        if (!market.suppliers().containsKey(supplier)) {
            return;
        }
        require(
                "away policy of " + supplier,
                baton.put(
                        "/api/v1/suppliers/" + supplier + "/away-policy",
                        Json.object().put("policy", "STOP")));
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), ZoneId.of(market.supplier(supplier).zone()));
        ObjectNode days = Json.object();
        days.put("from", today.toString());
        days.put("until", today.plusDays(DAYS_AWAY).toString());
        days.put("note", "Moving house");
        require(
                "closure of " + supplier,
                baton.withKey(keys.getOrDefault(supplier, "")).post("/api/v1/supplier/closures", days));
    }

    /** Enters SKUs, bundles after their parts, and offers. */
    void catalogue(Market market) {
        List<ObjectNode> skus = new ArrayList<>();
        List<ObjectNode> offers = new ArrayList<>();
        List<ObjectNode> bundles = new ArrayList<>();
        for (Goods goods : market.goods().values()) {
            ObjectNode sku = Json.object();
            sku.put("sku", goods.sku());
            sku.put("title", goods.title());
            sku.put("weightGrams", goods.grams());
            if (goods.parts().isEmpty()) {
                skus.add(sku);
            } else {
                ArrayNode parts = sku.putArray("bundle");
                goods.parts()
                        .forEach((part, units) ->
                                parts.addObject().put("sku", part).put("quantity", units));
                bundles.add(sku);
            }
            goods.offers().forEach(offer -> offers.add(offer(goods, offer, market)));
        }
        post("/api/v1/catalog/skus", "skus", skus);
        post("/api/v1/catalog/skus", "skus", bundles);
        post("/api/v1/catalog/offers", "offers", offers);
    }

    private static ObjectNode offer(Goods goods, Goods.Offer offer, Market market) {
        SupplierSheet sheet = market.supplier(offer.supplier());
        ObjectNode json = Json.object();
        json.put("sku", goods.sku());
        json.put("supplier", offer.supplier());
        json.put("supplierSku", offer.supplierSku());
        json.put("shipFrom", "MAIN");
        json.put("unitCost", offer.unitCost());
        json.put("currency", sheet.currency());
        json.put("packSize", 1);
        ArrayNode countries = json.putArray("countries");
        (offer.countries().isEmpty() ? sheet.countries() : offer.countries()).forEach(countries::add);
        json.put("leadTimeDays", 2);
        json.put("buffer", 0);
        return json;
    }

    private void post(String path, String field, List<ObjectNode> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            ObjectNode body = Json.object();
            ArrayNode list = body.putArray(field);
            rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)).forEach(list::add);
            require(field, baton.post(path, body));
        }
    }

    static JsonNode require(String what, BatonApi.Answer answer) {
        if (!answer.isGood()) {
            throw new SetupFailed("Baton refused the " + what + ": " + answer.status() + " " + answer.text());
        }
        return answer.orEmpty();
    }
}
