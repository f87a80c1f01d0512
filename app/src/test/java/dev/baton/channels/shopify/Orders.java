package dev.baton.channels.shopify;

import dev.baton.channels.OrderSource;
import dev.baton.channels.ReadOrder;
import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.DocumentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Orders as Shopify writes them, with invented people. */
final class Orders {

    static final StoreId STORE = new StoreId(new UUID(1, 1));
    static final OrderSource SOURCE =
            new OrderSource(STORE, new DocumentId(new UUID(2, 2)), Instant.parse("2026-03-01T10:00:00.5Z"));

    /** Two lines, paid, to Leipzig. */
    static final String PAID = """
            {"id": 5001, "admin_graphql_api_id": "gid://shopify/Order/5001", "name": "#1001", "currency": "EUR",
             "presentment_currency": "DKK", "created_at": "2026-03-01T10:59:58+01:00",
             "processed_at": "2026-03-01T10:59:57+01:00", "updated_at": "2026-03-01T11:00:00+01:00",
             "financial_status": "paid", "cancelled_at": null, "test": false, "taxes_included": true,
             "subtotal_price": "57.00", "total_discounts": "3.00", "total_tax": "9.10", "total_price": "61.90",
             "total_shipping_price_set": {"shop_money": {"amount": "4.90", "currency_code": "EUR"}},
             "email": "ada@example.org", "phone": null, "customer_locale": "de-DE", "note": "ring twice",
             "tags": "vip, wholesale",
             "note_attributes": [{"name": "Gift message", "value": "Alles Gute"}],
             "shipping_address": {"first_name": "Ada", "last_name": "Beispiel", "name": "Ada Beispiel",
               "company": null, "address1": "Musterweg 1", "address2": "", "city": "Leipzig", "province": "Sachsen",
               "province_code": "SN", "zip": "04109", "country": "Germany", "country_code": "DE",
               "phone": "+49 341 0000000"},
             "billing_address": null, "customer": {"id": 9, "first_name": "Ada", "last_name": "Beispiel"},
             "shipping_lines": [{"title": "Standard", "code": "STD", "price": "4.90"}],
             "fulfillments": [], "refunds": [],
             "line_items": [
               {"id": 11, "sku": "MUG-RED", "title": "Mug", "quantity": 3, "current_quantity": 3,
                "fulfillable_quantity": 3, "price": "10.00", "requires_shipping": true,
                "discount_allocations": [{"amount": "3.00"}], "tax_lines": [{"price": "4.31", "rate": 0.19}],
                "properties": [{"name": "Engraving", "value": "A"}, {"name": "Lines", "value": 2}]},
               {"id": 12, "sku": "TEE-M", "title": "Tee", "quantity": 2, "current_quantity": 2,
                "fulfillable_quantity": 2, "price": "15.00", "requires_shipping": true, "tax_lines": []}]}
            """;

    private Orders() {}

    static ReadOrder hook(String json) {
        return HookOrder.read(json.getBytes(StandardCharsets.UTF_8), SOURCE);
    }

    static ReadOrder graph(String order) {
        return GraphOrder.read(("{\"data\": {\"order\": " + order + "}}").getBytes(StandardCharsets.UTF_8), SOURCE);
    }

    /** The order after our fulfilment of so many units of line 11, and one by hand of so many of line 12. */
    static String afterFulfilment(int ours, int byHand) {
        String hour = byHand == 0 ? "12" : "13";
        String hand = ",{\"id\": 555, \"status\": \"success\", \"tracking_numbers\": [\"HAND\"],"
                + " \"line_items\": [{\"id\": 12, \"quantity\": " + byHand + "}]}";
        return PAID.replace("11:00:00+01:00", hour + ":00:00Z")
                .replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": " + (3 - ours))
                .replaceFirst("\"fulfillable_quantity\": 2", "\"fulfillable_quantity\": " + (2 - byHand))
                .replace(
                        "\"fulfillments\": []",
                        "\"fulfillments\": [{\"id\": 900, \"status\": \"success\", \"tracking_numbers\": [\"T1\"],"
                                + " \"line_items\": [{\"id\": 11, \"quantity\": " + ours + "}]}"
                                + (byHand == 0 ? "" : hand) + "]");
    }
}
