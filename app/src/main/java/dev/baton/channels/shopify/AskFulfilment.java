package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.UnreadableDocument;
import dev.baton.channels.shopify.FulfilmentState.FulfilmentOrder;
import dev.baton.channels.shopify.FulfilmentState.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks a store what it shows of an order's fulfilment. */
@Component
class AskFulfilment {

    /** As many as {@code fulfilment-state.graphql} asks for; as many in the answer means that there may be more. */
    private static final int FULFILMENTS_ASKED = 10;

    private static final int MOST_PAGES = 40;

    private final AdminApi api;

    AskFulfilment(AdminApi api) {
        this.api = api;
    }

    /** What came of asking. */
    sealed interface Asked {

        /** The store's answer. */
        record Known(FulfilmentState state) implements Asked {}

        /** The store has no such order. */
        record Gone() implements Asked {}

        /** No usable answer. */
        record Failed(ApiAnswer answer) implements Asked {}
    }

    Asked ask(StoreConnection connection, String storeOrderId) {
        String gid = "gid://shopify/Order/" + storeOrderId;
        ApiAnswer answer = api.ask(connection, Query.FULFILMENT_STATE, Map.of("id", gid));
        if (!(answer instanceof ApiAnswer.Told data)) {
            return new Asked.Failed(answer);
        }
        if (!(data.root().path("data").path("order") instanceof ObjectNode order)) {
            return new Asked.Gone();
        }
        try {
            return complete(connection, gid, order);
        } catch (UnreadableDocument unreadable) {
            return new Asked.Failed(new ApiAnswer.Refused("the store's answer cannot be read: " + unreadable.reason()));
        }
    }

    private Asked complete(StoreConnection connection, String gid, ObjectNode order) {
        if (order.path("fulfillments").size() >= FULFILMENTS_ASKED) {
            ApiAnswer answer = api.ask(connection, Query.ORDER_FULFILLMENTS, Map.of("id", gid));
            if (!(answer instanceof ApiAnswer.Told data)) {
                return new Asked.Failed(answer);
            }
            order.set("fulfillments", data.root().path("data").path("order").path("fulfillments"));
        }
        for (JsonNode fulfilment : order.path("fulfillments")) {
            ApiAnswer failed = readFurtherLines(connection, fulfilment);
            if (failed != null) {
                return new Asked.Failed(failed);
            }
        }
        List<FulfilmentOrder> orders = new ArrayList<>();
        JsonNode page = order.path("fulfillmentOrders");
        for (int pages = 0; ; pages++) {
            ApiAnswer failed = readPage(connection, page, orders);
            if (failed != null) {
                return new Asked.Failed(failed);
            }
            JsonNode info = page.path("pageInfo");
            if (!info.path("hasNextPage").asBoolean(false) || pages == MOST_PAGES) {
                break;
            }
            ApiAnswer next = api.ask(
                    connection,
                    Query.FULFILLMENT_ORDERS,
                    Map.of("id", gid, "after", info.path("endCursor").asString("")));
            if (!(next instanceof ApiAnswer.Told data)) {
                return new Asked.Failed(next);
            }
            page = data.root().path("data").path("order").path("fulfillmentOrders");
        }
        Fields fields = fields(order);
        List<SeenFulfilment> made = GraphOrder.fulfilments(fields);
        return new Asked.Known(new FulfilmentState(fields.has("cancelledAt"), made, orders));
    }

    /** Lines beyond those a fulfilment came with: one of ours is recognised by all of its units, or made twice. */
    private @Nullable ApiAnswer readFurtherLines(StoreConnection connection, JsonNode fulfilment) {
        JsonNode page = fulfilment.path("fulfillmentLineItems").path("pageInfo");
        for (int pages = 0; page.path("hasNextPage").asBoolean(false); pages++) {
            if (pages == MOST_PAGES
                    || !(fulfilment.path("fulfillmentLineItems").path("nodes") instanceof ArrayNode lines)) {
                return new ApiAnswer.Refused("a fulfilment of the order has more lines than can be read");
            }
            ApiAnswer next = api.ask(
                    connection,
                    Query.FULFILLMENT_LINES,
                    Map.of(
                            "id",
                            fulfilment.path("id").asString(""),
                            "after",
                            page.path("endCursor").asString("")));
            if (!(next instanceof ApiAnswer.Told data)) {
                return next;
            }
            JsonNode more = data.root().path("data").path("fulfillment").path("fulfillmentLineItems");
            more.path("nodes").forEach(lines::add);
            page = more.path("pageInfo");
        }
        return null;
    }

    private @Nullable ApiAnswer readPage(StoreConnection connection, JsonNode page, List<FulfilmentOrder> orders) {
        for (JsonNode node : page.path("nodes")) {
            if (!(node instanceof ObjectNode object)) {
                continue;
            }
            List<Line> lines = new ArrayList<>();
            JsonNode linePage = object.path("lineItems");
            for (int pages = 0; ; pages++) {
                readLines(linePage, lines);
                JsonNode info = linePage.path("pageInfo");
                if (!info.path("hasNextPage").asBoolean(false) || pages == MOST_PAGES) {
                    break;
                }
                ApiAnswer next = api.ask(
                        connection,
                        Query.FULFILLMENT_ORDER_LINES,
                        Map.of(
                                "id",
                                object.path("id").asString(""),
                                "after",
                                info.path("endCursor").asString("")));
                if (!(next instanceof ApiAnswer.Told data)) {
                    return next;
                }
                linePage = data.root().path("data").path("fulfillmentOrder").path("lineItems");
            }
            orders.add(order(fields(object), lines));
        }
        return null;
    }

    private static void readLines(JsonNode page, List<Line> lines) {
        for (JsonNode node : page.path("nodes")) {
            if (node instanceof ObjectNode object) {
                Fields line = fields(object);
                Fields of = line.object("lineItem");
                if (of != null) {
                    lines.add(new Line(
                            line.requiredText("id"), OrderWords.id(of, "id"), line.count("remainingQuantity", 0)));
                }
            }
        }
    }

    private static FulfilmentOrder order(Fields order, List<Line> lines) {
        Fields assigned = order.object("assignedLocation");
        Fields location = assigned == null ? null : assigned.object("location");
        List<String> holds = new ArrayList<>();
        for (Fields hold : order.list("fulfillmentHolds")) {
            String reason = hold.text("displayReason");
            holds.add(reason == null ? "a hold" : reason);
        }
        String status = order.text("status");
        return new FulfilmentOrder(
                order.requiredText("id"),
                status == null ? "" : status,
                order.list("supportedActions").stream()
                        .anyMatch(action -> "CREATE_FULFILLMENT".equals(action.text("action"))),
                location == null || !location.has("id") ? null : OrderWords.id(location, "id"),
                holds,
                lines);
    }

    private static Fields fields(ObjectNode node) {
        return Fields.of(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
