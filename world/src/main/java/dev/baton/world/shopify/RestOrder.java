package dev.baton.world.shopify;

import dev.baton.world.http.Json;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order in the shape of the REST Admin API's order resource, which is what webhooks carry. Source: shopify.dev,
 * "Webhooks", sample payload of orders/create, version 2026-07.
 */
final class RestOrder {

    private final ShopProfile shop;
    private final ShopOrder order;
    private final Cents cents;

    private RestOrder(ShopProfile shop, ShopOrder order) {
        this.shop = shop;
        this.order = order;
        this.cents = new Cents(shop.currency(), order.placed.presentmentCurrency());
    }

    static ObjectNode json(ShopProfile shop, ShopOrder order) {
        return new RestOrder(shop, order).whole();
    }

    /** The body of {@code refunds/create}: the refund alone. */
    static ObjectNode refund(ShopProfile shop, ShopOrder order, ShopOrder.Refund refund) {
        return new RestOrder(shop, order).refund(refund);
    }

    private ObjectNode whole() {
        NewShopOrder placed = order.placed;
        ObjectNode json = Json.object();
        identity(json, placed);
        state(json);
        money(json, placed);
        people(json, placed);
        ArrayNode lines = json.putArray("line_items");
        order.lines.values().forEach(line -> lines.add(line(line, line.placed.quantity())));
        json.set("shipping_lines", shippingLines(placed));
        ArrayNode fulfilments = json.putArray("fulfillments");
        order.fulfilments.forEach(fulfilment -> fulfilments.add(fulfilment(fulfilment)));
        ArrayNode refunds = json.putArray("refunds");
        order.refunds.forEach(refund -> refunds.add(refund(refund)));
        return json;
    }

    private void identity(ObjectNode json, NewShopOrder placed) {
        String token = String.format(Locale.ROOT, "%032x", placed.id() * 0x9E3779B97F4A7C15L);
        json.put("id", placed.id());
        json.put("admin_graphql_api_id", "gid://shopify/Order/" + placed.id());
        json.put("app_id", 580111L);
        json.put("browser_ip", "192.0.2." + placed.number() % 250);
        json.put("buyer_accepts_marketing", false);
        json.putNull("cart_token");
        json.put("checkout_id", placed.id() + 11);
        json.put("checkout_token", token);
        ObjectNode client = json.putObject("client_details");
        client.put("accept_language", placed.buyer().locale());
        client.putNull("browser_height");
        client.put("browser_ip", "192.0.2." + placed.number() % 250);
        client.putNull("browser_width");
        client.putNull("session_hash");
        client.put("user_agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        json.put("confirmation_number", String.format(Locale.ROOT, "W%08X", placed.number() * 2_654_435L));
        json.put("confirmed", true);
        json.put("name", placed.name());
        json.put("number", placed.number() - 1000);
        json.put("order_number", placed.number());
        json.put("order_status_url", "https://" + shop.domain() + "/orders/" + token + "/authenticate?key=" + token);
        json.putNull("location_id");
        json.putNull("device_id");
        json.putNull("user_id");
        json.putNull("merchant_business_entity_id");
        json.put("landing_site", "/");
        json.putNull("landing_site_ref");
        json.put("referring_site", "");
        json.put("source_name", "web");
        json.putNull("source_identifier");
        json.putNull("source_url");
        json.putNull("reference");
        json.put("token", token);
        json.putNull("po_number");
        json.put("note", order.note);
        json.put("tags", "");
        ArrayNode attributes = json.putArray("note_attributes");
        if (placed.giftMessage() != null) {
            attributes.addObject().put("name", "gift_message").put("value", placed.giftMessage());
        }
    }

    private void state(ObjectNode json) {
        json.put("created_at", time(order.createdAt));
        json.put("processed_at", time(order.createdAt));
        json.put("updated_at", time(order.updatedAt));
        json.put("cancelled_at", order.cancelledAt == null ? null : time(order.cancelledAt));
        json.put("cancel_reason", order.cancelledAt == null ? null : order.cancelReason);
        json.putNull("closed_at");
        json.put("financial_status", order.financialStatus().toLowerCase(Locale.ROOT));
        String fulfilled = switch (order.fulfillmentStatus()) {
            case "FULFILLED" -> "fulfilled";
            case "PARTIALLY_FULFILLED" -> "partial";
            default -> null;
        };
        json.put("fulfillment_status", fulfilled);
        json.put("test", order.placed.test());
        json.putArray("payment_gateway_names").add("shopify_payments");
        json.putNull("payment_terms");
    }

    private void money(ObjectNode json, NewShopOrder placed) {
        json.put("currency", shop.currency());
        json.put("presentment_currency", placed.presentmentCurrency());
        amount(json, "current_subtotal_price", order.subtotalCents());
        amount(json, "current_total_discounts", order.discountCents());
        amount(json, "current_total_price", order.totalCents() - order.refundedCents());
        amount(json, "current_total_tax", order.taxCents());
        json.putNull("current_total_additional_fees_set");
        json.putNull("current_total_duties_set");
        json.set("current_shipping_price_set", cents.set(placed.shippingCents()));
        json.putArray("discount_applications");
        json.putArray("discount_codes");
        json.put("duties_included", false);
        json.put("estimated_taxes", false);
        json.putNull("original_total_additional_fees_set");
        json.putNull("original_total_duties_set");
        amount(json, "subtotal_price", order.subtotalCents());
        amount(json, "total_discounts", order.discountCents());
        amount(json, "total_line_items_price", order.subtotalCents() + order.discountCents());
        json.put("total_outstanding", order.paid ? "0.00" : Cents.decimal(order.totalCents()));
        amount(json, "total_price", order.totalCents());
        json.set("total_shipping_price_set", cents.set(placed.shippingCents()));
        amount(json, "total_tax", order.taxCents());
        json.put("total_tip_received", "0.00");
        json.put("total_weight", order.weightGrams());
        json.put("tax_exempt", false);
        json.put("taxes_included", false);
        ArrayNode taxes = json.putArray("tax_lines");
        if (order.taxCents() > 0) {
            taxes.add(taxLine(order.taxCents()));
        }
    }

    private void amount(ObjectNode json, String name, long amount) {
        json.put(name, Cents.decimal(amount));
        json.set(name + "_set", cents.set(amount));
    }

    private ObjectNode taxLine(long amount) {
        ObjectNode tax = Json.object();
        tax.put("price", Cents.decimal(amount));
        tax.put("rate", 0.07);
        tax.put("title", "Sales tax");
        tax.set("price_set", cents.set(amount));
        tax.put("channel_liable", false);
        return tax;
    }

    /** Without approval for customers' data Shopify leaves out who it is and keeps country and region. */
    private void people(ObjectNode json, NewShopOrder placed) {
        Buyer buyer = placed.buyer();
        boolean shown = shop.personalData();
        json.put("email", shown ? buyer.email() : null);
        json.put("contact_email", shown ? buyer.email() : null);
        json.put("phone", shown ? buyer.phone() : null);
        json.put("customer_locale", buyer.locale());
        json.set("billing_address", address(placed.shipTo()));
        json.set("shipping_address", address(order.shipTo));
        ObjectNode customer = json.putObject("customer");
        customer.put("id", buyer.id());
        customer.put("admin_graphql_api_id", "gid://shopify/Customer/" + buyer.id());
        customer.put("created_at", time(order.createdAt));
        customer.put("updated_at", time(order.createdAt));
        customer.put("state", "disabled");
        customer.putNull("note");
        customer.put("verified_email", true);
        customer.putNull("multipass_identifier");
        customer.put("tax_exempt", false);
        customer.put("currency", shop.currency());
        customer.putArray("tax_exemptions");
        if (shown) {
            customer.put("email", buyer.email());
            customer.put("first_name", buyer.firstName());
            customer.put("last_name", buyer.lastName());
            customer.put("phone", buyer.phone());
            ObjectNode home = address(placed.shipTo());
            home.put("id", buyer.id() + 1);
            home.put("customer_id", buyer.id());
            home.put("country_name", placed.shipTo().country());
            home.put("default", true);
            customer.set("default_address", home);
        }
    }

    private ObjectNode address(Address address) {
        ObjectNode json = Json.object();
        if (shop.personalData()) {
            json.put("first_name", address.firstName());
            json.put("address1", address.line1());
            json.put("phone", address.phone());
            json.put("city", address.city());
            json.put("zip", address.postcode());
        }
        json.put("province", address.region());
        json.put("country", address.country());
        if (shop.personalData()) {
            json.put("last_name", address.lastName());
            json.put("address2", address.line2());
            json.put("company", address.company());
            json.putNull("latitude");
            json.putNull("longitude");
            json.put("name", address.name());
        }
        json.put("country_code", address.countryCode());
        json.put("province_code", address.regionCode());
        return json;
    }

    private ObjectNode line(ShopOrder.Line line, int quantity) {
        NewShopOrder.Line placed = line.placed;
        ObjectNode json = Json.object();
        json.put("id", placed.id());
        json.put("admin_graphql_api_id", "gid://shopify/LineItem/" + placed.id());
        json.putArray("attributed_staffs");
        json.put("current_quantity", line.current());
        json.put("fulfillable_quantity", order.cancelledAt == null ? line.remaining() : 0);
        json.put("fulfillment_service", "manual");
        String status = line.fulfilled == 0 ? null : line.remaining() == 0 ? "fulfilled" : "partial";
        json.put("fulfillment_status", status);
        json.put("gift_card", false);
        json.put("grams", placed.grams());
        json.put("name", placed.title());
        json.put("price", Cents.decimal(placed.priceCents()));
        json.set("price_set", cents.set(placed.priceCents()));
        json.put("product_exists", true);
        json.put("product_id", placed.id() % 1_000_000 + 8_000_000);
        json.putArray("properties");
        json.put("quantity", quantity);
        json.put("requires_shipping", true);
        json.putNull("sales_line_item_group_id");
        json.put("sku", placed.sku());
        json.put("taxable", true);
        json.put("title", placed.title());
        json.put("total_discount", "0.00");
        json.set("total_discount_set", cents.set(0));
        json.put("variant_id", placed.id() % 1_000_000 + 9_000_000);
        json.put("variant_inventory_management", "shopify");
        json.putNull("variant_title");
        json.putNull("vendor");
        ArrayNode taxes = json.putArray("tax_lines");
        if (placed.taxCents() > 0) {
            taxes.add(taxLine(placed.taxCents()));
        }
        json.putArray("duties");
        ArrayNode discounts = json.putArray("discount_allocations");
        if (placed.discountCents() > 0) {
            ObjectNode discount = discounts.addObject();
            discount.put("amount", Cents.decimal(placed.discountCents()));
            discount.set("amount_set", cents.set(placed.discountCents()));
            discount.put("discount_application_index", 0);
        }
        return json;
    }

    private ArrayNode shippingLines(NewShopOrder placed) {
        ArrayNode lines = Json.array();
        ObjectNode line = lines.addObject();
        line.put("id", placed.id() + 3);
        line.putNull("carrier_identifier");
        line.put("code", placed.shipMethod());
        line.set("current_discounted_price_set", cents.set(placed.shippingCents()));
        line.put("discounted_price", Cents.decimal(placed.shippingCents()));
        line.set("discounted_price_set", cents.set(placed.shippingCents()));
        line.put("is_removed", false);
        line.putNull("phone");
        line.put("price", Cents.decimal(placed.shippingCents()));
        line.set("price_set", cents.set(placed.shippingCents()));
        line.putNull("requested_fulfillment_service_id");
        line.put("source", "shopify");
        line.put("title", placed.shipMethod());
        line.putArray("tax_lines");
        line.putArray("discount_allocations");
        return lines;
    }

    private ObjectNode fulfilment(ShopOrder.Fulfilment fulfilment) {
        ObjectNode json = Json.object();
        json.put("id", fulfilment.id());
        json.put("admin_graphql_api_id", "gid://shopify/Fulfillment/" + fulfilment.id());
        json.put("created_at", time(fulfilment.at()));
        json.put("updated_at", time(fulfilment.at()));
        json.put("location_id", shop.locationId());
        json.put("name", fulfilment.name());
        json.put("order_id", order.placed.id());
        json.putObject("origin_address");
        json.putObject("receipt");
        json.put("service", "manual");
        json.putNull("shipment_status");
        json.put("status", "success");
        json.put("tracking_company", fulfilment.company());
        json.put("tracking_number", first(fulfilment.trackingNumbers()));
        ArrayNode numbers = json.putArray("tracking_numbers");
        fulfilment.trackingNumbers().forEach(numbers::add);
        json.put("tracking_url", first(fulfilment.trackingUrls()));
        ArrayNode urls = json.putArray("tracking_urls");
        fulfilment.trackingUrls().forEach(urls::add);
        ArrayNode lines = json.putArray("line_items");
        for (Map.Entry<Long, Integer> unit : fulfilment.units().entrySet()) {
            ShopOrder.Line line = order.lines.get(unit.getKey());
            if (line != null) {
                lines.add(line(line, unit.getValue()));
            }
        }
        return json;
    }

    private ObjectNode refund(ShopOrder.Refund refund) {
        ObjectNode json = Json.object();
        json.put("id", refund.id());
        json.put("admin_graphql_api_id", "gid://shopify/Refund/" + refund.id());
        json.put("created_at", time(refund.at()));
        json.put("processed_at", time(refund.at()));
        json.put("order_id", order.placed.id());
        json.put("note", "");
        json.putNull("user_id");
        json.put("restock", !refund.restockType().equals("no_restock"));
        json.putArray("duties");
        json.putArray("order_adjustments");
        ArrayNode lines = json.putArray("refund_line_items");
        for (Map.Entry<Long, Integer> unit : refund.units().entrySet()) {
            ShopOrder.Line line = order.lines.get(unit.getKey());
            if (line != null) {
                long subtotal = line.placed.priceCents() * unit.getValue();
                ObjectNode json2 = lines.addObject();
                json2.put("id", refund.id() + unit.getKey() % 1000);
                json2.put("line_item_id", unit.getKey());
                json2.put("location_id", shop.locationId());
                json2.put("quantity", unit.getValue());
                json2.put("restock_type", refund.restockType());
                json2.put("subtotal", subtotal / 100.0);
                json2.set("subtotal_set", cents.set(subtotal));
                json2.put("total_tax", 0.0);
                json2.set("total_tax_set", cents.set(0));
                json2.set("line_item", line(line, line.placed.quantity()));
            }
        }
        ArrayNode transactions = json.putArray("transactions");
        ObjectNode transaction = transactions.addObject();
        transaction.put("id", refund.id() + 5);
        transaction.put("amount", Cents.decimal(refund.cents()));
        transaction.put("currency", shop.currency());
        transaction.put("kind", "refund");
        transaction.put("status", "success");
        transaction.put("order_id", order.placed.id());
        json.set("total_duties_set", cents.set(0));
        return json;
    }

    private static @Nullable String first(java.util.List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }
}
