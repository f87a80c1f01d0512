package dev.baton.channels.shopify;

import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.channels.shopify.ScriptedShop.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that keeps stock figures as Shopify does: compare and swap, all or none, one effect per idempotency key. */
final class InventoryShop implements AutoCloseable {

    static final String LOCATION = "77";

    private static final JsonMapper JSON = JsonMapper.shared();

    final ScriptedShop server = new ScriptedShop();

    /** Available units by inventory item. */
    final Map<String, Integer> available = new TreeMap<>();

    final Map<String, Boolean> untracked = new HashMap<>();
    final Map<String, Boolean> unstocked = new HashMap<>();

    /** Every figure it took, in order. */
    final List<Taken> taken = new ArrayList<>();

    /** How many figures each call had. */
    final List<Integer> calls = new ArrayList<>();

    /** How many calls it refused because a figure was another one. */
    int stale;

    /** Answers that get lost after the call was done, and calls that never arrive. */
    int answersToLose;

    int callsToLose;
    int throttles;
    String denied = "";

    /** What else happens in the shop just before it answers. */
    Runnable before = () -> {};

    private final Map<String, Done> done = new LinkedHashMap<>();

    record Taken(String item, int quantity, int from) {}

    private record Done(String input, String reply) {}

    InventoryShop() {
        server.answers(this::answer);
    }

    synchronized void sell(String item, int units) {
        available.merge(item, -units, Integer::sum);
    }

    synchronized int of(String item) {
        return available.getOrDefault(item, 0);
    }

    private synchronized Reply answer(Request request) {
        before.run();
        if (!denied.isEmpty()) {
            return new Reply(
                    200,
                    "{\"data\": {\"x\": null}, \"errors\": [{\"message\": \"" + denied
                            + "\", \"extensions\": {\"code\": \"ACCESS_DENIED\"}}]}");
        }
        if (throttles > 0) {
            throttles--;
            return new Reply(200, """
                    {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
                     "extensions": {"cost": {"requestedQueryCost": 300, "throttleStatus": {"currentlyAvailable": 0,
                       "restoreRate": 100}}}}""");
        }
        JsonNode variables = JSON.readTree(request.body()).path("variables");
        if (request.asks("InventoryLevels")) {
            return levels(variables);
        }
        return request.asks("InventorySet") ? set(variables) : locations();
    }

    private Reply levels(JsonNode variables) {
        List<String> nodes = new ArrayList<>();
        boolean here = variables.path("location").asString().equals("gid://shopify/Location/" + LOCATION);
        for (JsonNode id : variables.path("ids")) {
            String item = digits(id);
            if (!available.containsKey(item)) {
                nodes.add("null");
                continue;
            }
            boolean stocked = here && !unstocked.containsKey(item);
            nodes.add("{\"id\": \"gid://shopify/InventoryItem/" + item + "\", \"tracked\": "
                    + !untracked.containsKey(item) + ", \"inventoryLevel\": "
                    + (stocked
                            ? "{\"isActive\": true, \"quantities\": [{\"name\": \"available\", \"quantity\": "
                                    + available.get(item) + "}]}"
                            : "null")
                    + "}");
        }
        return Reply.data("{\"nodes\": [" + String.join(", ", nodes) + "]}");
    }

    private Reply set(JsonNode variables) {
        if (callsToLose > 0) {
            callsToLose--;
            return new Reply(502, "");
        }
        String key = variables.path("key").asString();
        String input = variables.path("input").toString();
        Done earlier = done.get(key);
        if (earlier != null) {
            return Reply.data(
                    earlier.input().equals(input)
                            ? earlier.reply()
                            : error("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", List.of()));
        }
        Reply reply = setOnce(variables.path("input").path("quantities"), key, input);
        if (answersToLose > 0) {
            answersToLose--;
            return new Reply(502, "");
        }
        return reply;
    }

    private Reply setOnce(JsonNode quantities, String key, String input) {
        calls.add(quantities.size());
        for (int i = 0; i < quantities.size(); i++) {
            String item = digits(quantities.get(i).path("inventoryItemId"));
            if (unstocked.containsKey(item)) {
                return Reply.data(error("ITEM_NOT_STOCKED_AT_LOCATION", List.of(i)));
            }
            if (!quantities.get(i).path("changeFromQuantity").isIntegralNumber()
                    || of(item) != quantities.get(i).path("changeFromQuantity").asInt()) {
                stale++;
                return Reply.data(error("CHANGE_FROM_QUANTITY_STALE", List.of(i)));
            }
        }
        for (JsonNode quantity : quantities) {
            String item = digits(quantity.path("inventoryItemId"));
            available.put(item, quantity.path("quantity").asInt());
            taken.add(new Taken(
                    item,
                    quantity.path("quantity").asInt(),
                    quantity.path("changeFromQuantity").asInt()));
        }
        String reply = "{\"inventorySetQuantities\": {\"inventoryAdjustmentGroup\": {\"id\":"
                + " \"gid://shopify/InventoryAdjustmentGroup/1\"}, \"userErrors\": []}}";
        done.put(key, new Done(input, reply));
        return Reply.data(reply);
    }

    private static String error(String code, List<Integer> place) {
        return "{\"inventorySetQuantities\": {\"inventoryAdjustmentGroup\": null, \"userErrors\": [{\"code\": \"" + code
                + "\", \"message\": \"" + code + "\", \"field\": "
                + (place.isEmpty() ? "null" : "[\"input\", \"quantities\", \"" + place.getFirst() + "\"]") + "}]}}";
    }

    private Reply locations() {
        return Reply.data("{\"locations\": {\"pageInfo\": {\"hasNextPage\": false, \"endCursor\": null}, \"nodes\": ["
                + "{\"id\": \"gid://shopify/Location/" + LOCATION + "\", \"name\": \"Main\", \"isActive\": true},"
                + "{\"id\": \"gid://shopify/Location/78\", \"name\": \"Old\", \"isActive\": false}]}}");
    }

    private static String digits(JsonNode gid) {
        String text = gid.asString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.close();
    }
}
