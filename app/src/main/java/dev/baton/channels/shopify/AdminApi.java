package dev.baton.channels.shopify;

import dev.baton.channels.StoreConnection;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls a store's Admin GraphQL API in one pinned version. Source: shopify.dev, GraphQL Admin API reference 2026-07,
 * "Rate limits" and "Response status and error codes".
 */
@Component
class AdminApi {

    /** The version all calls use; webhooks of the app are to be set to the same. */
    static final String VERSION = "2026-07";

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final int MOST_REASON_CHARACTERS = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;
    private final AccessTokens tokens;

    AdminApi(OutboundHttp http, AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** Asks; outside of any transaction. A token that has expired is renewed once. */
    ApiAnswer ask(StoreConnection connection, Query query, Map<String, ?> variables) {
        AccessTokens.Answer first = tokens.token(connection);
        if (!(first instanceof AccessTokens.Answer.Usable usable)) {
            return withoutToken(first);
        }
        Called called = call(connection, usable.token(), query, variables);
        if (!called.unauthorized()) {
            return called.answer();
        }
        AccessTokens.Answer second = tokens.renewed(connection, usable.token());
        return second instanceof AccessTokens.Answer.Usable renewed
                ? call(connection, renewed.token(), query, variables).answer()
                : withoutToken(second);
    }

    private static ApiAnswer withoutToken(AccessTokens.Answer answer) {
        return switch (answer) {
            case AccessTokens.Answer.Usable ignored -> throw new IllegalStateException("there is a token");
            case AccessTokens.Answer.Refused refused -> new ApiAnswer.Denied(refused.why());
            case AccessTokens.Answer.NotNow later -> new ApiAnswer.NotDone(later.why());
        };
    }

    private record Called(ApiAnswer answer, boolean unauthorized) {}

    private Called call(StoreConnection connection, String token, Query query, Map<String, ?> variables) {
        ObjectNode body = JSON.createObjectNode();
        body.put("query", query.text());
        body.set("variables", JSON.valueToTree(variables));
        OutboundRequest request = new OutboundRequest(
                "POST",
                URI.create(connection.apiBase() + "/admin/api/" + VERSION + "/graphql.json"),
                Map.of(
                        "content-type",
                        "application/json",
                        "accept",
                        "application/json",
                        "x-shopify-access-token",
                        token),
                body.toString().getBytes(StandardCharsets.UTF_8),
                TIMEOUT);
        return switch (http.send(request)) {
            case OutboundReply.NotSent unsent -> new Called(new ApiAnswer.NotDone(unsent.reason()), false);
            case OutboundReply.Unknown unknown -> new Called(new ApiAnswer.Unknown(unknown.reason()), false);
            case OutboundReply.Answered answered -> new Called(read(answered), answered.status() == 401);
        };
    }

    private static ApiAnswer read(OutboundReply.Answered answered) {
        int status = answered.status();
        return switch (status) {
            case 200 -> readBody(answered.body());
            case 401 -> new ApiAnswer.Denied("The store does not accept the access token (HTTP 401).");
            case 402 -> new ApiAnswer.Denied("The shop is frozen: its plan is not paid (HTTP 402).");
            case 403 -> new ApiAnswer.Denied("The store forbids the call: a scope is missing (HTTP 403).");
            case 404 -> new ApiAnswer.Denied("There is no shop or no API version " + VERSION + " there (HTTP 404).");
            case 423 -> new ApiAnswer.Denied("The shop is locked (HTTP 423).");
            case 429 ->
                new ApiAnswer.Throttled(
                        retryAfter(answered.header("retry-after").orElse(null)));
            case 430, 503 -> new ApiAnswer.NotDone("the store is busy (HTTP " + status + ")");
            default ->
                status >= 500
                        ? new ApiAnswer.Unknown("the store failed (HTTP " + status + ")")
                        : new ApiAnswer.Refused("the store refused the call (HTTP " + status + ")");
        };
    }

    private static Duration retryAfter(@Nullable String seconds) {
        try {
            return seconds == null
                    ? USUAL_WAIT
                    : within(Duration.ofMillis((long) (Double.parseDouble(seconds.strip()) * 1000)));
        } catch (NumberFormatException noNumber) {
            return USUAL_WAIT;
        }
    }

    private static ApiAnswer readBody(byte[] body) {
        JsonNode parsed;
        try {
            parsed = JSON.readTree(body);
        } catch (JacksonException broken) {
            return new ApiAnswer.Unknown("the store's answer is no JSON, or was cut off");
        }
        if (!(parsed instanceof ObjectNode root)) {
            return new ApiAnswer.Unknown("the store's answer is no JSON object");
        }
        JsonNode errors = root.get("errors");
        if (errors == null || errors.isNull() || errors.isEmpty()) {
            return root.path("data").isObject()
                    ? new ApiAnswer.Told(root)
                    : new ApiAnswer.Unknown("the store's answer holds no data");
        }
        return faults(root, errors);
    }

    private static ApiAnswer faults(ObjectNode root, JsonNode errors) {
        List<String> codes = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (JsonNode error : errors.isArray() ? errors : List.of(errors)) {
            codes.add(error.path("extensions").path("code").asString(""));
            words.append(words.isEmpty() ? "" : "; ")
                    .append(
                            error.isString()
                                    ? error.asString()
                                    : error.path("message").asString(""));
        }
        String said =
                words.length() > MOST_REASON_CHARACTERS ? words.substring(0, MOST_REASON_CHARACTERS) : words.toString();
        if (codes.contains("THROTTLED") || said.startsWith("Throttled")) {
            return new ApiAnswer.Throttled(wait(root.path("extensions").path("cost")));
        }
        if (codes.stream().allMatch("ACCESS_DENIED"::equals)) {
            // where only some fields may not be seen, the rest is there
            return hasSomeData(root.path("data"))
                    ? new ApiAnswer.Told(root)
                    : new ApiAnswer.Denied("The app lacks a scope: " + said);
        }
        if (codes.contains("INTERNAL_SERVER_ERROR") || said.startsWith("Internal error")) {
            return new ApiAnswer.Unknown("the store failed: " + said);
        }
        return new ApiAnswer.Refused("the store refused the question: " + said);
    }

    private static boolean hasSomeData(JsonNode data) {
        return data.isObject() && data.valueStream().anyMatch(value -> !value.isNull());
    }

    /** The time after which the bucket holds what the query may cost. */
    private static Duration wait(JsonNode cost) {
        double wanted = cost.path("requestedQueryCost").asDouble(0);
        JsonNode status = cost.path("throttleStatus");
        double available = status.path("currentlyAvailable").asDouble(0);
        double rate = status.path("restoreRate").asDouble(0);
        return rate <= 0 || wanted <= 0
                ? USUAL_WAIT
                : within(Duration.ofMillis((long) Math.ceil(Math.max(0, wanted - available) / rate * 1000)));
    }

    private static Duration within(Duration wait) {
        return wait.compareTo(SHORTEST_WAIT) < 0
                ? SHORTEST_WAIT
                : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
