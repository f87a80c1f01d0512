package dev.baton.channels.shopify;

import dev.baton.channels.shopify.RealDocuments.Row;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A flattened row of an extract, folded back into the document it was made of. */
final class ExtractRow {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ADDRESS = List.of(
            "name",
            "first_name",
            "last_name",
            "company",
            "phone",
            "city",
            "country",
            "country_code",
            "province",
            "province_code",
            "zip");

    private ExtractRow() {}

    static String order(Row row, List<Row> lines) {
        ObjectNode order = JSON.createObjectNode();
        for (String name : List.of(
                "id",
                "note",
                "email",
                "currency",
                "subtotal_price",
                "total_tax",
                "total_price",
                "created_at",
                "updated_at",
                "name",
                "financial_status",
                "processed_at",
                "cancelled_at",
                "total_discounts")) {
            put(order, name, row.get(name));
        }
        order.put("taxes_included", truth(row.get("taxes_included")));
        order.put("test", truth(row.get("test")));
        order.set("shipping_address", address(row, "shipping_address_"));
        order.set("billing_address", address(row, "billing_address_"));
        String shipping = row.get("total_shipping_price_set");
        if (!shipping.isBlank()) {
            order.set("total_shipping_price_set", JSON.readTree(shipping));
        }
        ArrayNode items = order.putArray("line_items");
        lines.stream()
                .filter(line -> line.get("order_id").equals(row.get("id")))
                .forEach(line -> {
                    ObjectNode item = items.addObject();
                    for (String name : List.of("id", "title", "price", "sku", "total_discount")) {
                        put(item, name, line.get(name));
                    }
                    item.put("quantity", Integer.parseInt(line.get("quantity")));
                    item.put("fulfillable_quantity", Integer.parseInt(line.get("fulfillable_quantity")));
                    item.put("requires_shipping", truth(line.get("requires_shipping")));
                });
        return order.toString();
    }

    private static ObjectNode address(Row row, String prefix) {
        ObjectNode address = JSON.createObjectNode();
        ADDRESS.forEach(name -> put(address, name, row.get(prefix + name)));
        put(address, "address1", row.get(prefix + "address_1"));
        put(address, "address2", row.get(prefix + "address_2"));
        return address;
    }

    /** The columns of this extract are shifted in some rows: money may stand where a time should. */
    static String graphOrder(Row row, List<Row> lines) {
        ObjectNode order = JSON.createObjectNode();
        put(order, "id", row.get("id"));
        put(order, "name", row.get("name"));
        put(order, "updatedAt", row.get("updated_at"));
        put(order, "createdAt", row.get("created_at"));
        put(order, "cancelledAt", row.get("cancelled_at"));
        put(order, "currencyCode", row.get("currency_code"));
        put(order, "displayFinancialStatus", row.get("display_financial_status"));
        order.putObject("totalPriceSet").putObject("shopMoney").put("amount", row.get("total_price_set_shop_amount"));
        ArrayNode nodes = order.putObject("lineItems").putArray("nodes");
        lines.stream()
                .filter(line -> line.get("order_id").endsWith(row.get("id").substring(1)))
                .forEach(line -> {
                    ObjectNode node = nodes.addObject();
                    put(node, "id", line.get("id"));
                    put(node, "sku", line.get("sku"));
                    put(node, "title", line.get("title"));
                    node.put("quantity", Integer.parseInt(line.get("quantity")));
                    node.put("unfulfilledQuantity", Integer.parseInt(line.get("unfulfilled_quantity")));
                });
        return order.toString();
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value.isBlank()) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static boolean truth(String word) {
        return "true".equals(word.toLowerCase(Locale.ROOT));
    }
}
