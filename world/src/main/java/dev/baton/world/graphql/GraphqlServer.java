package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Operation;
import dev.baton.world.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers GraphQL requests against one schema: parse, check, pay, run. */
public final class GraphqlServer {

    /** Dearest single request allowed, in points. Source: shopify.dev, API rate limits. */
    private static final int SINGLE_LIMIT = 1000;

    private final Schema schema;

    private GraphqlServer(Schema schema) {
        this.schema = schema;
    }

    /** A server for the given schema language; fails at once when it is not closed in itself. */
    public static GraphqlServer of(String schemaLanguage) {
        return new GraphqlServer(Schema.parse(schemaLanguage));
    }

    /**
     * What came of a request.
     *
     * @param body the answer as sent
     * @param fault why the request itself was wrong (unknown field, wrong type …), null when it could run
     */
    public record Outcome(ObjectNode body, @Nullable String fault) {}

    /** The roots of the graph for one caller. */
    public record Roots(GraphNode query, GraphNode mutation) {}

    /**
     * Runs one request.
     *
     * @param request the JSON body: {@code query}, {@code variables}, {@code operationName}
     * @param bucket pays for it; too little in it answers THROTTLED without any effect
     */
    public Outcome run(JsonNode request, Roots roots, CostBucket bucket) {
        JsonNode text = request.get("query");
        if (text == null || !text.isString()) {
            return fault(new Refusal("Required parameter missing or invalid", null, List.of(), Map.of()));
        }
        Ast.Document document;
        try {
            document = RequestParser.parse(text.stringValue());
        } catch (GraphqlSyntax e) {
            return fault(new Refusal(String.valueOf(e.getMessage()), e.place(), List.of(), Map.of()));
        }
        Operation operation = choose(document, Json.text(request, "operationName"));
        if (operation == null) {
            return fault(new Refusal("An operation name is required", null, List.of(), Map.of()));
        }
        JsonNode given = request.get("variables");
        JsonNode variables = given == null || !given.isObject() ? Json.object() : given;
        List<Refusal> refusals = Validator.check(schema, document, operation);
        if (refusals.isEmpty()) {
            refusals = VariableValues.check(schema, operation, variables);
        }
        if (!refusals.isEmpty()) {
            return new Outcome(errors(refusals), refusals.getFirst().message());
        }
        return paid(new Run(document, operation, variables), roots, bucket);
    }

    private record Run(Ast.Document document, Operation operation, JsonNode variables) {}

    private Outcome paid(Run run, Roots roots, CostBucket bucket) {
        int cost = new QueryCost(schema, run.document(), run.variables()).of(run.operation());
        if (cost > SINGLE_LIMIT) {
            return fault(new Refusal(
                    "Query cost is " + cost + ", which exceeds the single query max cost limit (" + SINGLE_LIMIT + ").",
                    null,
                    List.of(),
                    Map.of(
                            "code",
                            "MAX_COST_EXCEEDED",
                            "cost",
                            Integer.toString(cost),
                            "maxCost",
                            Integer.toString(SINGLE_LIMIT),
                            "documentation",
                            "https://shopify.dev/api/usage/rate-limits")));
        }
        if (!bucket.take(cost)) {
            ObjectNode body = errors(List.of(new Refusal(
                    "Throttled",
                    null,
                    List.of(),
                    Map.of("code", "THROTTLED", "documentation", "https://shopify.dev/api/usage/rate-limits"))));
            body.set("extensions", extensions(cost, null, bucket));
            return new Outcome(body, null);
        }
        Executor executor = new Executor(schema, run.document(), run.operation(), run.variables());
        boolean mutation = run.operation().kind().equals("mutation");
        ObjectNode data = executor.run(run.operation(), mutation ? roots.mutation() : roots.query());
        int actual = mutation ? cost : Math.min(cost, executor.objects());
        bucket.giveBack(cost - actual);
        ObjectNode body = executor.refusals().isEmpty() ? Json.object() : errors(executor.refusals());
        if (data == null) {
            body.putNull("data");
        } else {
            body.set("data", data);
        }
        body.set("extensions", extensions(cost, actual, bucket));
        return new Outcome(body, null);
    }

    private static @Nullable Operation choose(Ast.Document document, String name) {
        if (name.isEmpty()) {
            return document.operations().size() == 1 ? document.operations().getFirst() : null;
        }
        return document.operations().stream()
                .filter(operation -> name.equals(operation.name()))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode extensions(int requested, @Nullable Integer actual, CostBucket bucket) {
        ObjectNode cost = Json.object().put("requestedQueryCost", requested).put("actualQueryCost", actual);
        cost.set("throttleStatus", bucket.status());
        ObjectNode extensions = Json.object();
        extensions.set("cost", cost);
        return extensions;
    }

    private static Outcome fault(Refusal refusal) {
        return new Outcome(errors(List.of(refusal)), refusal.message());
    }

    private static ObjectNode errors(List<Refusal> refusals) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putArray("errors");
        refusals.forEach(refusal -> errors.add(refusal.json()));
        return body;
    }
}
