package dev.baton.channels.shopify;

import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.channels.shopify.ScriptedShop.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop with one order: it keeps what is still to be fulfilled and what was, as Shopify does. */
final class FulfilmentShop {

    private static final JsonMapper JSON = JsonMapper.shared();

    final ScriptedShop server = new ScriptedShop();

    /** Units to be fulfilled by the order's line. */
    final Map<String, Integer> remaining = new LinkedHashMap<>();

    /** Fulfilments that were made, as GraphQL nodes. */
    final List<String> made = new ArrayList<>();

    /** The inputs of all that was made. */
    final List<JsonNode> inputs = new ArrayList<>();

    /** The variables of all that was given other numbers. */
    final List<JsonNode> renumbered = new ArrayList<>();

    String status = "OPEN";
    String hold = "";
    int repliesToLose;
    int throttles;
    String refusal = "";

    FulfilmentShop(Map<String, Integer> toFulfil) {
        remaining.putAll(toFulfil);
        server.answers(this::answer);
    }

    private synchronized Reply answer(Request request) {
        if (throttles > 0) {
            throttles--;
            return new Reply(200, """
                    {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
                     "extensions": {"cost": {"requestedQueryCost": 300, "throttleStatus": {"currentlyAvailable": 0,
                       "restoreRate": 100}}}}""");
        }
        if (request.asks("FulfillmentTracking")) {
            return renumber(request);
        }
        return request.asks("FulfillmentCreate") ? create(request) : state();
    }

    private Reply renumber(Request request) {
        JsonNode variables = JSON.readTree(request.body()).path("variables");
        if (!refusal.isEmpty()) {
            return Reply.data("{\"fulfillmentTrackingInfoUpdate\": {\"fulfillment\": null, \"userErrors\": ["
                    + "{\"field\": [\"fulfillmentId\"], \"message\": \"" + refusal + "\"}]}}");
        }
        renumbered.add(variables);
        if (repliesToLose > 0) {
            repliesToLose--;
            return new Reply(502, "<html>");
        }
        return Reply.data("{\"fulfillmentTrackingInfoUpdate\": {\"fulfillment\": {\"id\": " + variables.path("id")
                + "}, \"userErrors\": []}}");
    }

    private Reply state() {
        boolean open = status.equals("OPEN");
        List<String> lines = new ArrayList<>();
        remaining.forEach((line, units) -> lines.add("{\"id\": \"gid://shopify/FulfillmentOrderLineItem/" + line
                + "\", \"remainingQuantity\": " + units + ", \"lineItem\": {\"id\": \"gid://shopify/LineItem/" + line
                + "\"}}"));
        return Reply.data("""
                {"order": {"id": "gid://shopify/Order/5001", "cancelledAt": null, "fulfillments": [%s],
                  "fulfillmentOrders": {"pageInfo": {"hasNextPage": false}, "nodes": [
                    {"id": "gid://shopify/FulfillmentOrder/1", "status": "%s",
                     "supportedActions": [%s], "fulfillmentHolds": [%s],
                     "assignedLocation": {"location": {"id": "gid://shopify/Location/77"}},
                     "lineItems": {"pageInfo": {"hasNextPage": false}, "nodes": [%s]}}]}}}""".formatted(
                        String.join(",", made),
                        status,
                        open ? "{\"action\": \"CREATE_FULFILLMENT\"}" : "{\"action\": \"RELEASE_HOLD\"}",
                        hold.isEmpty() ? "" : "{\"displayReason\": \"" + hold + "\"}",
                        String.join(",", lines)));
    }

    private Reply create(Request request) {
        if (!refusal.isEmpty()) {
            return Reply.data("{\"fulfillmentCreate\": {\"fulfillment\": null, \"userErrors\": ["
                    + "{\"field\": [\"fulfillment\"], \"message\": \"" + refusal + "\"}]}}");
        }
        JsonNode input = JSON.readTree(request.body()).path("variables").path("fulfillment");
        inputs.add(input);
        List<String> lines = new ArrayList<>();
        for (JsonNode order : input.path("lineItemsByFulfillmentOrder")) {
            for (JsonNode line : order.path("fulfillmentOrderLineItems")) {
                String gid = line.path("id").asString();
                String id = gid.substring(gid.lastIndexOf('/') + 1);
                int quantity = line.path("quantity").asInt();
                remaining.merge(id, -quantity, Integer::sum);
                lines.add("{\"quantity\": " + quantity + ", \"lineItem\": {\"id\": \"gid://shopify/LineItem/" + id
                        + "\"}}");
            }
        }
        List<String> numbers = new ArrayList<>();
        JsonNode tracking = input.path("trackingInfo");
        tracking.path("numbers").forEach(number -> numbers.add("{\"number\": " + number + "}"));
        if (tracking.has("number")) {
            numbers.add("{\"number\": " + tracking.path("number") + "}");
        }
        String gid = "gid://shopify/Fulfillment/" + (900 + made.size());
        made.add("{\"id\": \"" + gid + "\", \"status\": \"SUCCESS\", \"trackingInfo\": [" + String.join(",", numbers)
                + "], \"fulfillmentLineItems\": {\"nodes\": [" + String.join(",", lines) + "]}}");
        if (repliesToLose > 0) {
            repliesToLose--;
            return new Reply(502, "<html>");
        }
        return Reply.data("{\"fulfillmentCreate\": {\"fulfillment\": {\"id\": \"" + gid
                + "\", \"status\": \"SUCCESS\"}, \"userErrors\": []}}");
    }
}
