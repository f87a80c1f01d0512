package dev.baton.world.shopify;

import dev.baton.world.graphql.FieldDenied;
import dev.baton.world.graphql.GraphNode;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters fulfilments, or says in {@code userErrors} why not. Used under the shop's lock. */
final class FulfilmentDesk {

    private final Shop shop;
    private final OrderNodes nodes;
    private final Ledger ledger;
    private final ShopMood.Counter mood;

    FulfilmentDesk(Shop shop, OrderNodes nodes, Ledger ledger, ShopMood.Counter mood) {
        this.shop = shop;
        this.nodes = nodes;
        this.ledger = ledger;
        this.mood = mood;
    }

    /** Why a fulfilment is not entered, in Shopify's words. */
    private static final class NotEntered extends Exception {
        private static final long serialVersionUID = 1L;

        NotEntered(String message) {
            super(message);
        }
    }

    /** The mutation {@code fulfillmentCreate}. */
    GraphNode create(Map<String, Object> arguments) {
        requireScope("fulfillmentCreate");
        Map<?, ?> input = (Map<?, ?>) arguments.get("fulfillment");
        GraphNode payload = new GraphNode("FulfillmentCreatePayload");
        String orderId = "";
        try {
            List<?> groups = list(input == null ? null : input.get("lineItemsByFulfillmentOrder"));
            ShopOrder order = order(groups);
            orderId = Long.toString(order.placed.id());
            if (mood.holdsTheOrder()) {
                ledger.write(new Fact.StoreTroubled(orderId, shop.profile().code(), StoreTrouble.USER_ERRORS));
                return refused(payload, unfulfillable(order, "on_hold"));
            }
            Map<Long, Integer> units = units(order, (Map<?, ?>) groups.getFirst());
            ShopOrder.Fulfilment fulfilment = enter(order, units, input == null ? null : input.get("trackingInfo"));
            return payload.lazy("fulfillment", () -> nodes.fulfilment(order, fulfilment))
                    .put("userErrors", List.of());
        } catch (NotEntered e) {
            String why = String.valueOf(e.getMessage());
            ledger.write(new Fact.FulfilmentRefused(orderId, shop.profile().code(), why));
            return refused(payload, why);
        }
    }

    private static GraphNode refused(GraphNode payload, String why) {
        GraphNode error =
                new GraphNode("UserError").put("field", List.of("fulfillment")).put("message", why);
        return payload.put("fulfillment", null).put("userErrors", List.of(error));
    }

    private static String unfulfillable(ShopOrder order, String status) {
        return "Fulfillment order " + order.fulfilmentOrderId() + " has an unfulfillable status= " + status + ".";
    }

    private void requireScope(String field) {
        if (!shop.scopes().contains(ShopProfile.ENTERS_FULFILMENTS)) {
            throw new FieldDenied(
                    "Access denied for " + field + " field. Required access: One of "
                            + "`write_assigned_fulfillment_orders`, `write_merchant_managed_fulfillment_orders`, "
                            + "`write_third_party_fulfillment_orders` access scopes.",
                    Map.of(
                            "code", "ACCESS_DENIED",
                            "documentation", "https://shopify.dev/api/usage/access-scopes",
                            "requiredAccess", "One of `" + ShopProfile.ENTERS_FULFILMENTS + "` access scopes."));
        }
    }

    /** The mutation {@code fulfillmentTrackingInfoUpdate}. */
    GraphNode updateTracking(Map<String, Object> arguments) {
        requireScope("fulfillmentTrackingInfoUpdate");
        GraphNode payload = new GraphNode("FulfillmentTrackingInfoUpdatePayload");
        try {
            long wanted = id(arguments.get("fulfillmentId"), "Fulfillment");
            for (ShopOrder order : shop.all()) {
                for (int i = 0; i < order.fulfilments.size(); i++) {
                    if (order.fulfilments.get(i).id() == wanted) {
                        ShopOrder.Fulfilment now = renumbered(order, i, arguments.get("trackingInfoInput"));
                        return payload.lazy("fulfillment", () -> nodes.fulfilment(order, now))
                                .put("userErrors", List.of());
                    }
                }
            }
            throw new NotEntered("Fulfillment does not exist.");
        } catch (NotEntered e) {
            GraphNode error = new GraphNode("UserError")
                    .put("field", List.of("fulfillmentId"))
                    .put("message", String.valueOf(e.getMessage()));
            return payload.put("fulfillment", null).put("userErrors", List.of(error));
        }
    }

    private ShopOrder.Fulfilment renumbered(ShopOrder order, int index, @Nullable Object given) {
        Map<?, ?> tracking = given instanceof Map<?, ?> map ? map : Map.of();
        ShopOrder.Fulfilment before = order.fulfilments.get(index);
        List<String> numbers = texts(tracking.get("number"), tracking.get("numbers"));
        ShopOrder.Fulfilment now = new ShopOrder.Fulfilment(
                before.id(),
                before.name(),
                before.at(),
                before.units(),
                numbers,
                texts(tracking.get("url"), tracking.get("urls")),
                tracking.get("company") instanceof String company ? company : null);
        shop.renumber(order, index, now);
        ledger.write(new Fact.Renumbered(
                Long.toString(order.placed.id()), shop.profile().code(), Long.toString(before.id()), numbers));
        return now;
    }

    private ShopOrder order(List<?> groups) throws NotEntered {
        if (groups.isEmpty()) {
            throw new NotEntered("At least one fulfillment order must be provided.");
        }
        List<Object> ids = new ArrayList<>();
        for (Object group : groups) {
            ids.add(((Map<?, ?>) group).get("fulfillmentOrderId"));
        }
        if (ids.stream().distinct().count() != ids.size()) {
            throw new NotEntered("There are duplicate fulfillment order ids in the request.");
        }
        if (ids.size() > 1) {
            throw new NotEntered("All fulfillment orders must belong to the same order and location.");
        }
        long wanted = id(ids.getFirst(), "FulfillmentOrder");
        ShopOrder order = shop.all().stream()
                .filter(one -> one.fulfilmentOrderId() == wanted)
                .findFirst()
                .orElseThrow(() -> new NotEntered("Fulfillment order does not exist."));
        String status = order.fulfilmentOrderStatus();
        if (!status.equals("OPEN") && !status.equals("IN_PROGRESS")) {
            throw new NotEntered(unfulfillable(order, status.toLowerCase(java.util.Locale.ROOT)));
        }
        return order;
    }

    private static Map<Long, Integer> units(ShopOrder order, Map<?, ?> group) throws NotEntered {
        List<?> asked = list(group.get("fulfillmentOrderLineItems"));
        Map<Long, Integer> units = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            order.lines.values().stream()
                    .filter(line -> line.remaining() > 0)
                    .forEach(line -> units.put(line.placed.id(), line.remaining()));
            return units;
        }
        for (Object element : asked) {
            Map<?, ?> item = (Map<?, ?>) element;
            long id = id(item.get("id"), "FulfillmentOrderLineItem");
            ShopOrder.Line line = order.lines.values().stream()
                    .filter(one -> one.fulfilmentLineId() == id)
                    .findFirst()
                    .orElseThrow(() -> new NotEntered("Fulfillment order line item does not exist."));
            int quantity = item.get("quantity") instanceof Integer number ? number : 0;
            if (units.put(line.placed.id(), quantity) != null) {
                throw new NotEntered("Fulfillment order line items must be unique.");
            }
            if (quantity < 1 || quantity > line.remaining()) {
                throw new NotEntered("Invalid fulfillment order line item quantity requested.");
            }
        }
        return units;
    }

    private ShopOrder.Fulfilment enter(ShopOrder order, Map<Long, Integer> units, @Nullable Object given) {
        Map<?, ?> tracking = given instanceof Map<?, ?> map ? map : Map.of();
        List<String> numbers = texts(tracking.get("number"), tracking.get("numbers"));
        List<String> urls = texts(tracking.get("url"), tracking.get("urls"));
        ShopOrder.Fulfilment fulfilment = new ShopOrder.Fulfilment(
                shop.takeId(),
                order.placed.name() + "-F" + (order.fulfilments.size() + 1),
                shop.now(),
                units,
                numbers,
                urls,
                tracking.get("company") instanceof String company ? company : null);
        shop.fulfil(order, fulfilment);
        Map<String, Integer> byLine = new LinkedHashMap<>();
        units.forEach((line, count) -> byLine.put(Long.toString(line), count));
        ledger.write(new Fact.Fulfilled(
                Long.toString(order.placed.id()),
                shop.profile().code(),
                Long.toString(fulfilment.id()),
                byLine,
                numbers));
        return fulfilment;
    }

    private static List<String> texts(@Nullable Object one, @Nullable Object many) {
        List<String> texts = new ArrayList<>();
        if (one instanceof String text) {
            texts.add(text);
        }
        for (Object element : list(many)) {
            if (element instanceof String text && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static long id(@Nullable Object gid, String type) throws NotEntered {
        String text = String.valueOf(gid);
        String prefix = "gid://shopify/" + type + "/";
        if (!text.startsWith(prefix)) {
            throw new NotEntered("Invalid global id '" + text + "'");
        }
        try {
            return Long.parseLong(text.substring(prefix.length()));
        } catch (NumberFormatException _) {
            throw new NotEntered("Invalid global id '" + text + "'");
        }
    }
}
