package dev.baton.world.shopify;

import dev.baton.world.graphql.CostBucket;
import dev.baton.world.graphql.GraphNode;
import dev.baton.world.graphql.GraphqlServer;
import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bulk operations: a query that is run as a whole, its objects written into a file of one JSON document a line, children
 * below their parents. Source: shopify.dev, "Perform bulk operations with the GraphQL Admin API".
 */
final class BulkDesk {

    static final String GID = "gid://shopify/BulkOperation/";
    static final String FILES = "/bulk-files/";

    private static final int UNLIMITED = 1_000_000;

    /** An operation of this shop takes no longer. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Shop shop;
    private final GraphqlServer server;
    private final Clock clock;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private volatile String address = "";

    BulkDesk(Shop shop, GraphqlServer server, Clock clock) {
        this.shop = shop;
        this.server = server;
        this.clock = clock;
    }

    /** A query on its way; {@code looks} counts how often somebody asked how far it is. */
    private static final class Operation {
        final String query;
        final Instant createdAt;
        final byte[] file;
        final int objects;
        int looks;

        Operation(String query, Instant createdAt, byte[] file, int objects) {
            this.query = query;
            this.createdAt = createdAt;
            this.file = file;
            this.objects = objects;
        }
    }

    /** Remembers under which address the shop is reached, for the files' own. */
    void reachedAt(Request request) {
        String host = request.header("host");
        if (host != null) {
            address = "http://" + host;
        }
    }

    GraphNode run(Map<String, Object> arguments) {
        String query = String.valueOf(arguments.get("query"));
        if (operations.values().stream().anyMatch(this::isRunning)) {
            return payload(
                    null,
                    "OPERATION_IN_PROGRESS",
                    "A bulk query operation for this app and shop is already in progress");
        }
        GraphqlServer.Outcome outcome = server.run(
                Json.object().put("query", query),
                new GraphqlServer.Roots(
                        new GraphNode("QueryRoot").lazy("products", () -> ProductNodes.whole(shop)),
                        new GraphNode("Mutation")),
                new CostBucket(clock, UNLIMITED, UNLIMITED));
        if (outcome.fault() != null) {
            return payload(null, "INVALID_MUTATION", "Invalid bulk query: " + outcome.fault());
        }
        if (!Boolean.TRUE.equals(arguments.get("groupObjects"))) {
            return payload(null, "INVALID_MUTATION", "this shop groups objects only when it is asked to");
        }
        StringBuilder lines = new StringBuilder();
        int objects = write(outcome.body().path("data"), null, lines);
        String id = GID + (720_918 + operations.size());
        operations.put(
                id, new Operation(query, clock.instant(), lines.toString().getBytes(StandardCharsets.UTF_8), objects));
        return payload(node(id), null, null);
    }

    /** An operation nobody looks at comes to its end all the same. */
    private boolean isRunning(Operation operation) {
        return operation.looks == 0 && clock.instant().isBefore(operation.createdAt.plus(LONGEST));
    }

    /** Writes what connections hold, each node without the connections inside it, then those of each. */
    private static int write(JsonNode holder, @Nullable String parent, StringBuilder lines) {
        int objects = 0;
        for (Map.Entry<String, JsonNode> field : holder.properties()) {
            if (!field.getValue().has("edges")) {
                continue;
            }
            for (JsonNode edge : field.getValue().path("edges")) {
                ObjectNode line = Json.object();
                edge.path("node").properties().forEach(inner -> {
                    if (!inner.getValue().has("edges")) {
                        line.set(inner.getKey(), inner.getValue());
                    }
                });
                if (parent != null) {
                    line.put("__parentId", parent);
                }
                lines.append(line).append('\n');
                objects += 1 + write(edge.path("node"), Json.text(edge.path("node"), "id"), lines);
            }
        }
        return objects;
    }

    private static GraphNode payload(@Nullable GraphNode operation, @Nullable String code, @Nullable String message) {
        List<GraphNode> errors = code == null
                ? List.of()
                : List.of(new GraphNode("BulkOperationUserError")
                        .put("code", code)
                        .put("field", null)
                        .put("message", message));
        return new GraphNode("BulkOperationRunQueryPayload")
                .put("bulkOperation", operation)
                .put("userErrors", errors);
    }

    /** How far it is: the first look finds it running, the next completed. */
    @Nullable
    GraphNode find(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            return null;
        }
        GraphNode found = node(id);
        operation.looks++;
        return found;
    }

    private @Nullable GraphNode node(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            return null;
        }
        boolean done = operation.looks > 0;
        return new GraphNode("BulkOperation")
                .put("id", id)
                .put("query", operation.query)
                .put("createdAt", operation.createdAt.toString())
                .put("completedAt", done ? clock.instant().toString() : null)
                .put("status", done ? "COMPLETED" : "CREATED")
                .put("objectCount", Integer.toString(operation.objects))
                .put("rootObjectCount", Integer.toString(operation.objects))
                .put("fileSize", done ? Integer.toString(operation.file.length) : null)
                .put(
                        "url",
                        done && operation.file.length > 0
                                ? address + FILES + id.substring(GID.length()) + ".jsonl"
                                : null);
    }

    /** Hands a file out, from the byte that is asked for. */
    Reply file(Request request) {
        String name = request.path().substring(FILES.length()).replace(".jsonl", "");
        Operation operation = operations.get(GID + name);
        if (operation == null) {
            return Reply.text(404, "no such file");
        }
        String range = request.headerOrEmpty("range");
        int from = range.matches("bytes=\\d+-") ? Integer.parseInt(range.substring(6, range.length() - 1)) : 0;
        byte[] rest = Arrays.copyOfRange(operation.file, Math.min(from, operation.file.length), operation.file.length);
        return new Reply.Answer(from == 0 ? 200 : 206, "application/jsonl", Body.of(rest), Map.of());
    }
}
