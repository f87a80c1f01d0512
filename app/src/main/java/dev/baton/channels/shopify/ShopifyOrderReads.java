package dev.baton.channels.shopify;

import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreReads;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one whole order from Shopify. What does not fit into one answer is fetched and put in its place, so that the
 * document says all.
 */
@Component
class ShopifyOrderReads implements StoreReads {

    /** As many as {@code order.graphql} asks for; as many in the answer means that there may be more. */
    private static final int FULFILMENTS_ASKED = 10;

    private static final int REFUNDS_ASKED = 8;
    private static final int MOST_PAGES = 20;
    private static final Duration WAIT = Duration.ofSeconds(30);

    /** Lists of lines inside the order's lists, and how more of one is asked for. */
    private static final List<Lines> LINES = List.of(
            new Lines("fulfillments", "fulfillmentLineItems", Query.FULFILLMENT_LINES, "fulfillment"),
            new Lines("refunds", "refundLineItems", Query.REFUND_LINES, "refund"));

    private record Lines(String holders, String list, Query query, String field) {}

    private final StoreConnections connections;
    private final AdminApi api;
    private final Clock clock;

    ShopifyOrderReads(StoreConnections connections, AdminApi api, Clock clock) {
        this.connections = connections;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Answer read(MerchantId merchant, StoreId store, String storeOrderId) {
        Optional<StoreConnection> connection = connections.current(merchant, store);
        if (connection.isEmpty()) {
            return new Answer.NoAccess("The store is not connected.");
        }
        if (!connection.get().connected()) {
            return new Answer.Denied("The app was removed from the store.");
        }
        if (!connection.get().canCall()) {
            return new Answer.NoAccess("Baton was given no access to the store's API.");
        }
        return read(connection.get(), storeOrderId);
    }

    Answer read(StoreConnection connection, String storeOrderId) {
        Instant readAt = clock.instant();
        Map<String, ?> id = Map.of("id", "gid://shopify/Order/" + storeOrderId);
        ApiAnswer answer = api.ask(connection, Query.ORDER, id);
        if (!(answer instanceof ApiAnswer.Told data)) {
            return notRead(answer);
        }
        if (!(data.root().path("data").path("order") instanceof ObjectNode order)) {
            return new Answer.Gone();
        }
        Answer incomplete = complete(connection, id, order);
        return incomplete == null
                ? new Answer.Found(data.root().toString().getBytes(StandardCharsets.UTF_8), AdminApi.VERSION, readAt)
                : incomplete;
    }

    private static Answer notRead(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("it was read");
            case ApiAnswer.Throttled throttled ->
                new Answer.Later(throttled.pause(), "the store asks us to slow down", false);
            case ApiAnswer.Denied denied -> new Answer.Denied(denied.why());
            case ApiAnswer.NotDone later -> new Answer.Later(WAIT, later.why(), false);
            case ApiAnswer.Unknown unknown -> new Answer.Later(WAIT, unknown.why(), true);
            case ApiAnswer.Refused refused -> new Answer.Unreadable(refused.why());
        };
    }

    /** Null when the order is complete now. */
    private @Nullable Answer complete(StoreConnection connection, Map<String, ?> id, ObjectNode order) {
        if (order.path("fulfillments").size() >= FULFILMENTS_ASKED) {
            Answer failed = replace(connection, Query.ORDER_FULFILLMENTS, id, order, "fulfillments");
            if (failed != null) {
                return failed;
            }
        }
        if (order.path("refunds").size() >= REFUNDS_ASKED) {
            Answer failed = replace(connection, Query.ORDER_REFUNDS, id, order, "refunds");
            if (failed != null) {
                return failed;
            }
        }
        for (Lines lines : LINES) {
            for (JsonNode holder : order.path(lines.holders())) {
                Answer failed = furtherLines(connection, lines, holder);
                if (failed != null) {
                    return failed;
                }
            }
        }
        return furtherLines(connection, id, order);
    }

    /** Lines of a fulfilment or refund beyond those the order came with. */
    private @Nullable Answer furtherLines(StoreConnection connection, Lines lines, JsonNode holder) {
        JsonNode page = holder.path(lines.list()).path("pageInfo");
        for (int pages = 0; page.path("hasNextPage").asBoolean(false); pages++) {
            if (pages == MOST_PAGES || !(holder.path(lines.list()).path("nodes") instanceof ArrayNode nodes)) {
                return new Answer.Unreadable("one of its " + lines.holders() + " has more lines than can be read");
            }
            Map<String, String> from = Map.of(
                    "id",
                    holder.path("id").asString(""),
                    "after",
                    page.path("endCursor").asString(""));
            ApiAnswer answer = api.ask(connection, lines.query(), from);
            if (!(answer instanceof ApiAnswer.Told data)) {
                return notRead(answer);
            }
            JsonNode next = data.root().path("data").path(lines.field()).path(lines.list());
            next.path("nodes").forEach(nodes::add);
            page = next.path("pageInfo");
        }
        return null;
    }

    private @Nullable Answer replace(
            StoreConnection connection, Query query, Map<String, ?> id, ObjectNode order, String list) {
        ApiAnswer answer = api.ask(connection, query, id);
        if (!(answer instanceof ApiAnswer.Told data)) {
            return notRead(answer);
        }
        JsonNode longer = data.root().path("data").path("order").path(list);
        if (longer.isArray()) {
            order.set(list, longer);
        }
        return null;
    }

    private @Nullable Answer furtherLines(StoreConnection connection, Map<String, ?> id, ObjectNode order) {
        String updatedAt = order.path("updatedAt").asString("");
        JsonNode page = order.path("lineItems").path("pageInfo");
        for (int pages = 0; page.path("hasNextPage").asBoolean(false); pages++) {
            if (pages == MOST_PAGES || !(order.path("lineItems").path("nodes") instanceof ArrayNode lines)) {
                return new Answer.Unreadable("the order has more lines than can be read");
            }
            ApiAnswer answer = api.ask(
                    connection,
                    Query.ORDER_LINES,
                    Map.of(
                            "id",
                            String.valueOf(id.get("id")),
                            "after",
                            page.path("endCursor").asString("")));
            if (!(answer instanceof ApiAnswer.Told data)) {
                return notRead(answer);
            }
            JsonNode next = data.root().path("data").path("order");
            if (!next.path("updatedAt").asString("").equals(updatedAt)) {
                return new Answer.Later(Duration.ofSeconds(1), "the order changed while it was read", false);
            }
            next.path("lineItems").path("nodes").forEach(lines::add);
            page = next.path("lineItems").path("pageInfo");
        }
        return null;
    }
}
