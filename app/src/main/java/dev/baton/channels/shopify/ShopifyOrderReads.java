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
            case ApiAnswer.Throttled throttled -> new Answer.Later(throttled.pause(), "the store asks us to slow down");
            case ApiAnswer.Denied denied -> new Answer.Denied(denied.why());
            case ApiAnswer.NotDone later -> new Answer.Later(WAIT, later.why());
            case ApiAnswer.Unknown unknown -> new Answer.Later(WAIT, unknown.why());
            case ApiAnswer.Refused refused -> new Answer.Denied(refused.why());
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
        return furtherLines(connection, id, order);
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
                return new Answer.Later(WAIT, "the order has more lines than can be read");
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
                return new Answer.Later(Duration.ofSeconds(1), "the order changed while it was read");
            }
            next.path("lineItems").path("nodes").forEach(lines::add);
            page = next.path("lineItems").path("pageInfo");
        }
        return null;
    }
}
