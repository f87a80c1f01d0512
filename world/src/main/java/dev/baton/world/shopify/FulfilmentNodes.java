package dev.baton.world.shopify;

import static dev.baton.world.shopify.OrderNodes.gid;
import static dev.baton.world.shopify.OrderNodes.indexed;
import static dev.baton.world.shopify.OrderNodes.time;

import dev.baton.world.graphql.GraphNode;
import dev.baton.world.story.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fulfilment orders and fulfilments as the graph the Admin API shows. Used under the shop's lock. */
final class FulfilmentNodes {

    private final Shop shop;
    private final OrderNodes orders;

    FulfilmentNodes(Shop shop, OrderNodes orders) {
        this.shop = shop;
        this.orders = orders;
    }

    GraphNode fulfilmentOrder(ShopOrder order) {
        String status = order.fulfilmentOrderStatus();
        boolean open = status.equals("OPEN") || status.equals("IN_PROGRESS");
        return new GraphNode("FulfillmentOrder")
                .put("id", gid("FulfillmentOrder", order.fulfilmentOrderId()))
                .put("createdAt", time(order.createdAt))
                .put("updatedAt", time(order.updatedAt))
                .put("fulfillAt", time(order.createdAt))
                .put("fulfillmentHolds", List.of())
                .put("orderId", gid("Order", order.placed.id()))
                .put("orderName", order.placed.name())
                .put("orderProcessedAt", time(order.createdAt))
                .put("requestStatus", "UNSUBMITTED")
                .put("status", status)
                .lazy("order", () -> orders.order(order))
                .lazy("assignedLocation", this::assignedLocation)
                .lazy("destination", () -> destination(order))
                .lazy(
                        "deliveryMethod",
                        () -> new GraphNode("DeliveryMethod")
                                .put("id", gid("DeliveryMethod", order.placed.id() + 31))
                                .put("methodType", "SHIPPING")
                                .put("presentedName", order.placed.shipMethod()))
                .lazy(
                        "supportedActions",
                        () -> open
                                ? List.of(new GraphNode("FulfillmentOrderSupportedAction")
                                        .put("action", "CREATE_FULFILLMENT"))
                                : List.of())
                .find(
                        "lineItems",
                        arguments -> indexed(
                                "FulfillmentOrderLineItem",
                                order.lines.values().stream()
                                        .filter(line -> line.current() > 0)
                                        .toList(),
                                arguments,
                                line -> line(order, line)))
                .find(
                        "fulfillments",
                        arguments ->
                                indexed("Fulfillment", order.fulfilments, arguments, one -> fulfilment(order, one)));
    }

    private GraphNode line(ShopOrder order, ShopOrder.Line line) {
        return new GraphNode("FulfillmentOrderLineItem")
                .put("id", gid("FulfillmentOrderLineItem", line.fulfilmentLineId()))
                .lazy("lineItem", () -> orders.line(order, line))
                .put("productTitle", line.placed.title())
                .put("remainingQuantity", order.cancelledAt == null ? line.remaining() : 0)
                .put("totalQuantity", line.current())
                .put("requiresShipping", true)
                .put("sku", line.placed.sku());
    }

    GraphNode fulfilment(ShopOrder order, ShopOrder.Fulfilment fulfilment) {
        int units =
                fulfilment.units().values().stream().mapToInt(Integer::intValue).sum();
        return new GraphNode("Fulfillment")
                .put("id", gid("Fulfillment", fulfilment.id()))
                .put("legacyResourceId", Long.toString(fulfilment.id()))
                .put("name", fulfilment.name())
                .put("createdAt", time(fulfilment.at()))
                .put("updatedAt", time(fulfilment.at()))
                .put("displayStatus", "FULFILLED")
                .put("status", "SUCCESS")
                .put("requiresShipping", true)
                .put("totalQuantity", units)
                .lazy("order", () -> orders.order(order))
                .lazy("location", this::location)
                .find("trackingInfo", arguments -> tracking(fulfilment, arguments))
                .find(
                        "fulfillmentOrders",
                        arguments -> indexed("FulfillmentOrder", List.of(order), arguments, this::fulfilmentOrder))
                .find(
                        "fulfillmentLineItems",
                        arguments -> indexed(
                                "FulfillmentLineItem",
                                new ArrayList<>(fulfilment.units().entrySet()),
                                arguments,
                                unit -> fulfilmentLine(order, fulfilment, unit)));
    }

    private GraphNode fulfilmentLine(ShopOrder order, ShopOrder.Fulfilment fulfilment, Map.Entry<Long, Integer> unit) {
        ShopOrder.Line line = order.lines.get(unit.getKey());
        if (line == null) {
            throw new IllegalStateException("a fulfilment of an unknown line " + unit.getKey());
        }
        Cents cents = new Cents(shop.profile().currency(), order.placed.presentmentCurrency());
        long total = line.placed.priceCents() * unit.getValue();
        return new GraphNode("FulfillmentLineItem")
                .put("id", gid("FulfillmentLineItem", fulfilment.id() + unit.getKey() % 1000))
                .lazy("lineItem", () -> orders.line(order, line))
                .put("quantity", unit.getValue())
                .lazy("originalTotalSet", () -> cents.bag(total))
                .lazy("discountedTotalSet", () -> cents.bag(total));
    }

    private static List<GraphNode> tracking(ShopOrder.Fulfilment fulfilment, Map<String, Object> arguments) {
        List<GraphNode> all = new ArrayList<>();
        for (int i = 0; i < fulfilment.trackingNumbers().size(); i++) {
            List<String> urls = fulfilment.trackingUrls();
            all.add(new GraphNode("FulfillmentTrackingInfo")
                    .put("company", fulfilment.company())
                    .put("number", fulfilment.trackingNumbers().get(i))
                    .put("url", i < urls.size() ? urls.get(i) : null));
        }
        return arguments.get("first") instanceof Integer first && first < all.size() ? all.subList(0, first) : all;
    }

    private GraphNode destination(ShopOrder order) {
        Address address = order.shipTo;
        GraphNode node = new GraphNode("FulfillmentOrderDestination")
                .put("id", gid("FulfillmentOrderDestination", order.placed.id() + 41))
                .put("countryCode", address.countryCode())
                .put("province", address.region());
        return shop.profile().personalData()
                ? node.put("address1", address.line1())
                        .put("address2", address.line2())
                        .put("city", address.city())
                        .put("company", address.company())
                        .put("firstName", address.firstName())
                        .put("lastName", address.lastName())
                        .put("phone", address.phone())
                        .put("zip", address.postcode())
                : node;
    }

    private GraphNode assignedLocation() {
        return new GraphNode("FulfillmentOrderAssignedLocation")
                .put("name", "Online orders")
                .put("countryCode", "US")
                .lazy("location", this::location);
    }

    GraphNode location() {
        return new GraphNode("Location")
                .put("id", gid("Location", shop.profile().locationId()))
                .put("legacyResourceId", Long.toString(shop.profile().locationId()))
                .put("name", "Online orders")
                .put("isActive", true)
                .put("fulfillsOnlineOrders", true)
                .put("shipsInventory", true);
    }
}
