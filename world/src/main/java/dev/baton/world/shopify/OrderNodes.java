package dev.baton.world.shopify;

import dev.baton.world.graphql.FieldDenied;
import dev.baton.world.graphql.GraphNode;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shop's orders as the graph its Admin API shows. Used under the shop's lock. */
final class OrderNodes {

    private final Shop shop;
    private final ShopProfile profile;

    OrderNodes(Shop shop) {
        this.shop = shop;
        this.profile = shop.profile();
    }

    GraphNode order(ShopOrder order) {
        NewShopOrder placed = order.placed;
        Cents cents = cents(order);
        GraphNode node = new GraphNode("Order")
                .put("id", gid("Order", placed.id()))
                .put("legacyResourceId", Long.toString(placed.id()))
                .put("name", placed.name())
                .put("number", placed.number())
                .put("confirmed", true)
                .put("confirmationNumber", String.format(Locale.ROOT, "W%08X", placed.number() * 2_654_435L))
                .put("createdAt", time(order.createdAt))
                .put("processedAt", time(order.createdAt))
                .put("updatedAt", time(order.updatedAt))
                .put("cancelledAt", order.cancelledAt == null ? null : time(order.cancelledAt))
                .put("cancelReason", order.cancelledAt == null ? null : order.cancelReason.toUpperCase(Locale.ROOT))
                .put("closed", false)
                .put("edited", order.edited)
                .put("test", placed.test())
                .put("customerLocale", placed.buyer().locale())
                .put("note", order.note)
                .put("tags", List.of())
                .lazy("customAttributes", () -> attributes(placed))
                .put("sourceName", "web")
                .put("statusPageUrl", "https://" + profile.domain() + "/orders/" + placed.id())
                .put("currencyCode", profile.currency())
                .put("presentmentCurrencyCode", placed.presentmentCurrency())
                .put("displayFinancialStatus", order.financialStatus())
                .put("displayFulfillmentStatus", order.fulfillmentStatus())
                .put("fullyPaid", order.paid)
                .put("unpaid", !order.paid)
                .put("refundable", order.paid)
                .put(
                        "fulfillable",
                        order.cancelledAt == null
                                && order.lines.values().stream().anyMatch(l -> l.remaining() > 0))
                .put("requiresShipping", true)
                .put("taxesIncluded", false)
                .put("taxExempt", false)
                .put("discountCodes", List.of())
                .put("paymentGatewayNames", List.of("shopify_payments"))
                .put("billingAddressMatchesShippingAddress", true);
        money(node, order, cents);
        people(node, order);
        return connections(node, order, cents);
    }

    /** What hangs on an order and is only worked out when asked for. */
    private GraphNode connections(GraphNode node, ShopOrder order, Cents cents) {
        NewShopOrder placed = order.placed;
        return node.lazy("shippingLine", () -> shippingLine(order, cents))
                .find(
                        "shippingLines",
                        arguments ->
                                indexed("ShippingLine", List.of(placed), arguments, _ -> shippingLine(order, cents)))
                .lazy(
                        "risk",
                        () -> new GraphNode("OrderRiskSummary")
                                .put("recommendation", placed.risky() ? "INVESTIGATE" : "ACCEPT")
                                .put(
                                        "assessments",
                                        List.of(new GraphNode("OrderRiskAssessment")
                                                .put("riskLevel", placed.risky() ? "HIGH" : "LOW"))))
                .find(
                        "lineItems",
                        arguments -> indexed(
                                "LineItem", List.copyOf(order.lines.values()), arguments, line -> line(order, line)))
                .find("fulfillmentOrders", arguments -> fulfilmentOrders(order, arguments))
                .find(
                        "fulfillments",
                        arguments -> limited(order.fulfilments, arguments).stream()
                                .map(fulfilment -> fulfilment(order, fulfilment))
                                .toList())
                .lazy("fulfillmentsCount", () -> new GraphNode("Count").put("count", order.fulfilments.size()))
                .find(
                        "refunds",
                        arguments -> limited(order.refunds, arguments).stream()
                                .map(refund -> refund(order, refund))
                                .toList());
    }

    private void money(GraphNode node, ShopOrder order, Cents cents) {
        long shipping = order.placed.shippingCents();
        Map<String, Long> amounts = new HashMap<>();
        amounts.put("subtotalPriceSet", order.subtotalCents());
        amounts.put("currentSubtotalPriceSet", order.subtotalCents());
        amounts.put("totalDiscountsSet", order.discountCents());
        amounts.put("currentTotalDiscountsSet", order.discountCents());
        amounts.put("totalPriceSet", order.totalCents());
        amounts.put("originalTotalPriceSet", order.totalCents());
        amounts.put("currentTotalPriceSet", order.totalCents() - order.refundedCents());
        amounts.put("totalReceivedSet", order.paid ? order.totalCents() : 0L);
        amounts.put("totalRefundedSet", order.refundedCents());
        amounts.put("totalOutstandingSet", order.paid ? 0L : order.totalCents());
        amounts.put("totalShippingPriceSet", shipping);
        amounts.put("currentShippingPriceSet", shipping);
        amounts.put("totalTaxSet", order.taxCents());
        amounts.put("currentTotalTaxSet", order.taxCents());
        amounts.forEach((name, amount) -> node.lazy(name, () -> cents.bag(amount)));
        int units =
                order.lines.values().stream().mapToInt(ShopOrder.Line::current).sum();
        node.put("totalWeight", Long.toString(order.weightGrams()))
                .put("currentTotalWeight", Long.toString(order.weightGrams()))
                .put("currentSubtotalLineItemsQuantity", units)
                .put("subtotalLineItemsQuantity", units)
                .lazy("taxLines", () -> taxLines(order.taxCents(), cents));
    }

    /** An app that is not approved for customers' data gets null and an error for each of these. */
    private void people(GraphNode node, ShopOrder order) {
        Buyer buyer = order.placed.buyer();
        personal(node, "email", buyer::email);
        personal(node, "phone", buyer::phone);
        node.lazy("billingAddress", () -> address(order, order.placed.shipTo()))
                .lazy("shippingAddress", () -> address(order, order.shipTo))
                .lazy("displayAddress", () -> address(order, order.shipTo))
                .lazy("customer", () -> customer(order, buyer));
    }

    private GraphNode customer(ShopOrder order, Buyer buyer) {
        GraphNode node = new GraphNode("Customer")
                .put("id", gid("Customer", buyer.id()))
                .put("legacyResourceId", Long.toString(buyer.id()))
                .put("displayName", profile.personalData() ? buyer.firstName() + " " + buyer.lastName() : "")
                .put("locale", buyer.locale())
                .put("state", "DISABLED")
                .put("tags", List.of())
                .put("createdAt", time(order.createdAt))
                .put("updatedAt", time(order.createdAt));
        personal(node, "firstName", buyer::firstName);
        personal(node, "lastName", buyer::lastName);
        personal(node, "email", buyer::email);
        personal(node, "phone", buyer::phone);
        return node;
    }

    private GraphNode address(ShopOrder order, Address address) {
        GraphNode node = new GraphNode("MailingAddress")
                .put("id", gid("MailingAddress", order.placed.id() + 21) + "?model_name=Address")
                .put("country", address.country())
                .put("countryCodeV2", address.countryCode())
                .put("province", address.region())
                .put("provinceCode", address.regionCode())
                .put("formatted", List.of(address.city(), address.country()))
                .put("formattedArea", address.city() + ", " + address.country());
        personal(node, "address1", address::line1);
        personal(node, "address2", address::line2);
        personal(node, "city", address::city);
        personal(node, "company", address::company);
        personal(node, "firstName", address::firstName);
        personal(node, "lastName", address::lastName);
        personal(node, "name", address::name);
        personal(node, "phone", address::phone);
        personal(node, "zip", address::postcode);
        return node;
    }

    private void personal(GraphNode node, String field, Supplier<@Nullable String> value) {
        node.lazy(field, () -> {
            if (!profile.personalData()) {
                throw new FieldDenied(
                        "This app is not approved to use the " + field + " field. See "
                                + "https://shopify.dev/docs/apps/launch/protected-customer-data for more details.",
                        Map.of("code", "ACCESS_DENIED"));
            }
            return value.get();
        });
    }

    GraphNode line(ShopOrder order, ShopOrder.Line line) {
        NewShopOrder.Line placed = line.placed;
        Cents cents = cents(order);
        long total = placed.priceCents() * placed.quantity();
        return new GraphNode("LineItem")
                .put("id", gid("LineItem", placed.id()))
                .put("name", placed.title())
                .put("title", placed.title())
                .put("sku", placed.sku())
                .put("quantity", placed.quantity())
                .put("currentQuantity", line.current())
                .put("refundableQuantity", line.current())
                .put("unfulfilledQuantity", line.remaining())
                .put("nonFulfillableQuantity", line.removed)
                .put("fulfillableQuantity", order.cancelledAt == null ? line.remaining() : 0)
                .put(
                        "fulfillmentStatus",
                        line.fulfilled == 0 ? "unfulfilled" : line.remaining() == 0 ? "fulfilled" : "partial")
                .put("requiresShipping", true)
                .put("restockable", true)
                .put("taxable", true)
                .put("isGiftCard", false)
                .put("merchantEditable", true)
                .put("customAttributes", List.of())
                .lazy("originalUnitPriceSet", () -> cents.bag(placed.priceCents()))
                .lazy("originalTotalSet", () -> cents.bag(total))
                .lazy("discountedUnitPriceSet", () -> cents.bag(placed.priceCents()))
                .lazy("discountedUnitPriceAfterAllDiscountsSet", () -> cents.bag(placed.priceCents()))
                .lazy("discountedTotalSet", () -> cents.bag(total))
                .lazy("totalDiscountSet", () -> cents.bag(0))
                .lazy(
                        "discountAllocations",
                        () -> placed.discountCents() == 0
                                ? List.of()
                                : List.of(new GraphNode("DiscountAllocation")
                                        .put("allocatedAmountSet", cents.bag(placed.discountCents()))))
                .lazy("unfulfilledOriginalTotalSet", () -> cents.bag(placed.priceCents() * line.remaining()))
                .lazy("taxLines", () -> taxLines(placed.taxCents(), cents))
                .lazy(
                        "variant",
                        () -> new GraphNode("ProductVariant")
                                .put("id", gid("ProductVariant", placed.id() % 1_000_000 + 9_000_000))
                                .put("legacyResourceId", Long.toString(placed.id() % 1_000_000 + 9_000_000))
                                .put("sku", placed.sku())
                                .put("title", "Default Title")
                                .put("displayName", placed.title()))
                .lazy(
                        "product",
                        () -> new GraphNode("Product")
                                .put("id", gid("Product", placed.id() % 1_000_000 + 8_000_000))
                                .put("legacyResourceId", Long.toString(placed.id() % 1_000_000 + 8_000_000))
                                .put("title", placed.title())
                                .put("handle", placed.sku().toLowerCase(Locale.ROOT)));
    }

    private GraphNode shippingLine(ShopOrder order, Cents cents) {
        long price = order.placed.shippingCents();
        return new GraphNode("ShippingLine")
                .put("id", gid("ShippingLine", order.placed.id() + 3))
                .put("code", order.placed.shipMethod())
                .put("title", order.placed.shipMethod())
                .put("custom", false)
                .put("isRemoved", false)
                .put("source", "shopify")
                .put("taxLines", List.of())
                .lazy("discountedPriceSet", () -> cents.bag(price))
                .lazy("currentDiscountedPriceSet", () -> cents.bag(price))
                .lazy("originalPriceSet", () -> cents.bag(price));
    }

    private GraphNode fulfilmentOrders(ShopOrder order, Map<String, Object> arguments) {
        boolean visible = shop.scopes().stream().anyMatch(scope -> scope.endsWith("_fulfillment_orders"));
        List<ShopOrder> found = visible ? List.of(order) : List.of();
        return indexed("FulfillmentOrder", found, arguments, this::fulfilmentOrder);
    }

    GraphNode fulfilmentOrder(ShopOrder order) {
        return new FulfilmentNodes(shop, this).fulfilmentOrder(order);
    }

    GraphNode fulfilment(ShopOrder order, ShopOrder.Fulfilment fulfilment) {
        return new FulfilmentNodes(shop, this).fulfilment(order, fulfilment);
    }

    GraphNode refund(ShopOrder order, ShopOrder.Refund refund) {
        Cents cents = cents(order);
        return new GraphNode("Refund")
                .put("id", gid("Refund", refund.id()))
                .put("legacyResourceId", Long.toString(refund.id()))
                .put("createdAt", time(refund.at()))
                .put("updatedAt", time(refund.at()))
                .put("note", "")
                .lazy("order", () -> order(order))
                .lazy("totalRefundedSet", () -> cents.bag(refund.cents()))
                .find(
                        "refundLineItems",
                        arguments -> indexed(
                                "RefundLineItem",
                                new ArrayList<>(refund.units().entrySet()),
                                arguments,
                                unit -> refundLine(order, refund, unit, cents)));
    }

    private GraphNode refundLine(ShopOrder order, ShopOrder.Refund refund, Map.Entry<Long, Integer> unit, Cents cents) {
        ShopOrder.Line line = order.lines.get(unit.getKey());
        if (line == null) {
            throw new IllegalStateException("a refund of an unknown line " + unit.getKey());
        }
        long subtotal = line.placed.priceCents() * unit.getValue();
        return new GraphNode("RefundLineItem")
                .put("id", gid("RefundLineItem", refund.id() + unit.getKey() % 1000))
                .lazy("lineItem", () -> line(order, line))
                .put("quantity", unit.getValue())
                .put("restockType", refund.restockType().toUpperCase(Locale.ROOT))
                .put("restocked", true)
                .lazy("priceSet", () -> cents.bag(line.placed.priceCents()))
                .lazy("subtotalSet", () -> cents.bag(subtotal))
                .lazy("totalTaxSet", () -> cents.bag(0));
    }

    private static List<GraphNode> attributes(NewShopOrder placed) {
        return placed.giftMessage() == null
                ? List.of()
                : List.of(new GraphNode("Attribute").put("key", "gift_message").put("value", placed.giftMessage()));
    }

    private static List<GraphNode> taxLines(long amount, Cents cents) {
        return amount == 0
                ? List.of()
                : List.of(new GraphNode("TaxLine")
                        .put("price", Cents.decimal(amount))
                        .put("priceSet", cents.bag(amount))
                        .put("rate", 0.07)
                        .put("ratePercentage", 7.0)
                        .put("title", "Sales tax")
                        .put("channelLiable", false));
    }

    private Cents cents(ShopOrder order) {
        return new Cents(profile.currency(), order.placed.presentmentCurrency());
    }

    /** A connection over a list whose own order is kept. */
    static <T> GraphNode indexed(
            String type, List<T> all, Map<String, Object> arguments, java.util.function.Function<T, GraphNode> node) {
        record Numbered<T>(String key, T element) {}
        List<Numbered<T>> numbered = new ArrayList<>();
        for (T element : all) {
            numbered.add(new Numbered<>(String.format(Locale.ROOT, "%06d", numbered.size()), element));
        }
        return Connections.page(type, numbered, arguments, Numbered::key, one -> node.apply(one.element()));
    }

    private static <T> List<T> limited(List<T> all, Map<String, Object> arguments) {
        return arguments.get("first") instanceof Integer first && first < all.size() ? all.subList(0, first) : all;
    }

    static String gid(String type, long id) {
        return "gid://shopify/" + type + "/" + id;
    }

    static String time(Instant at) {
        return at.toString();
    }
}
