package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that are accepted, for tests to send or to spoil. */
final class SetUp {

    static final String SETTINGS = """
            {"name": "Corner shop", "bookCurrency": "EUR", "zone": "Europe/Berlin", "valueLimit": "500.00",
             "maySplitLines": true, "splitPenalty": "1.50", "maxReroutes": 2, "duplicateWindowHours": 24,
             "graceSeconds": 0, "blockedCountries": ["KP"], "requireDataPermission": true, "holdUnpaid": true}""";

    static final String SUPPLIER = """
            {"name": "Acme", "currency": "EUR", "zone": "Europe/Berlin", "country": "DE",
             "workingHours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "from": "09:00",
                              "to": "17:00", "holidays": []},
             "ackHours": 4, "netting": "GROSS", "bookingLagSeconds": 0, "graceSeconds": 0, "absence": "KEEP",
             "maxFeedAgeSeconds": 3600, "dropshipFee": "1.00", "maxParcelWeightGrams": 30000,
             "shippingRates": [{"country": "*", "maxWeightGrams": 30000, "price": "4.90"}],
             "shipMethods": [{"storeMethod": "*", "code": "STD", "carrier": "dhl"}],
             "instructions": {"packaging": "Plain box", "branding": null, "special": null}, "live": true}""";

    static final String API_STORE = """
            {"kind": "api", "name": "Wholesale", "currency": "EUR", "zone": "Europe/Berlin"}""";

    static final String SKUS = """
            {"skus": [{"sku": "LAMP", "title": "Lamp", "weightGrams": 900},
                      {"sku": "BULB", "title": "Bulb", "weightGrams": 50},
                      {"sku": "SET", "title": "Lamp with bulb", "weightGrams": 950,
                       "bundle": [{"sku": "LAMP", "quantity": 1}, {"sku": "BULB", "quantity": 1}]}]}""";

    static final String OFFERS = """
            {"offers": [{"sku": "LAMP", "supplier": "acme", "supplierSku": "A-1", "unitCost": "12.5025",
                         "currency": "EUR", "buffer": 1},
                        {"sku": "BULB", "supplier": "acme", "supplierSku": "A-2", "unitCost": "1.10",
                         "currency": "EUR"}]}""";

    static final String STOCK = """
            {"supplier": "acme", "mode": "FULL", "sequence": 1,
             "rows": [{"supplierSku": "A-1", "quantity": 40}, {"supplierSku": "A-2", "quantity": 100}]}""";

    private SetUp() {}

    static void good(ApiClient.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
    }

    /** Store, supplier, goods, offers and stock: orders can be fulfilled. */
    static void shop(ApiClient admin) {
        good(admin.put("/api/v1/stores/wholesale", API_STORE));
        good(admin.put("/api/v1/suppliers/acme", SUPPLIER));
        good(admin.post("/api/v1/catalog/skus", SKUS));
        good(admin.post("/api/v1/catalog/offers", OFFERS));
        good(admin.post("/api/v1/stock-feeds", STOCK));
    }
}
