package dev.baton.world.shopify;

import dev.baton.world.graphql.FieldDenied;
import dev.baton.world.graphql.GraphNode;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows and sets stock figures, or says in {@code userErrors} why not: all figures of a call or none, each only from the
 * figure it is stated to have, and once per idempotency key. Used under the shop's lock. Source: shopify.dev, GraphQL
 * Admin API reference 2026-07, {@code inventorySetQuantities} and {@code InventorySetQuantitiesUserErrorCode}.
 */
final class InventoryDesk {

    /** Source: shopify.dev, "API limits": elements of an input array. */
    private static final int MOST_FIGURES = 250;

    private static final int HIGHEST = 1_000_000_000;

    /** Source: shopify.dev, "Manage inventory quantities and states", reasons of the set and adjust mutations. */
    private static final Set<String> REASONS = Set.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage");

    private final Shop shop;
    private final Ledger ledger;

    InventoryDesk(Shop shop, Ledger ledger) {
        this.shop = shop;
        this.ledger = ledger;
    }

    /** Why no figure is set. */
    private static final class NotSet extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final int place;

        NotSet(String code, int place, String message) {
            super(message);
            this.code = code;
            this.place = place;
        }
    }

    /** One figure of a call. */
    private record Wanted(Shelf.Item item, int quantity) {}

    /** The item of that gid, or null when there is none. */
    @Nullable
    GraphNode item(@Nullable Object gid, GraphNode location) {
        require("read_inventory", "inventoryItem");
        Shelf.Item item = find(gid);
        return item == null ? null : node(item, location);
    }

    private GraphNode node(Shelf.Item item, GraphNode location) {
        return new GraphNode("InventoryItem")
                .put("id", OrderNodes.gid("InventoryItem", item.id))
                .put("legacyResourceId", Long.toString(item.id))
                .put("sku", item.sku)
                .put("tracked", item.tracked)
                .put("requiresShipping", true)
                .find(
                        "inventoryLevel",
                        arguments ->
                                item.stocked && isHere(arguments.get("locationId")) ? level(item, location) : null);
    }

    private GraphNode level(Shelf.Item item, GraphNode location) {
        return new GraphNode("InventoryLevel")
                .put("id", OrderNodes.gid("InventoryLevel", item.id) + "?inventory_item_id=" + item.id)
                .put("isActive", true)
                .lazy("item", () -> node(item, location))
                .put("location", location)
                .find("quantities", arguments -> quantities(item, arguments.get("names")));
    }

    private static List<GraphNode> quantities(Shelf.Item item, @Nullable Object names) {
        List<GraphNode> quantities = new ArrayList<>();
        for (Object name : names instanceof List<?> list ? list : List.of()) {
            if (!"available".equals(name)) {
                throw new FieldDenied("The quantity name " + name + " is not kept here", Map.of("code", "INVALID"));
            }
            quantities.add(new GraphNode("InventoryQuantity")
                    .put("id", OrderNodes.gid("InventoryQuantity", item.id) + "?name=available")
                    .put("name", "available")
                    .put("quantity", item.available)
                    .put("updatedAt", null));
        }
        return quantities;
    }

    /** The mutation {@code inventorySetQuantities}. */
    GraphNode set(Map<String, Object> arguments) {
        require("write_inventory", "inventorySetQuantities");
        if (!(arguments.get("@idempotent.key") instanceof String key) || key.isBlank()) {
            throw new FieldDenied(
                    "The @idempotent directive is required for this mutation but was not provided.",
                    Map.of("code", "BAD_REQUEST"));
        }
        Map<?, ?> input = (Map<?, ?>) arguments.get("input");
        List<?> figures = input != null && input.get("quantities") instanceof List<?> list ? list : List.of();
        if (figures.size() > MOST_FIGURES) {
            throw new FieldDenied(
                    "The input array size of " + figures.size() + " is greater than the maximum allowed of "
                            + MOST_FIGURES + ".",
                    Map.of("code", "MAX_INPUT_SIZE_EXCEEDED"));
        }
        for (Object figure : figures) {
            if (!((Map<?, ?>) figure).containsKey("changeFromQuantity")) {
                throw new FieldDenied(
                        "InventoryQuantityInput must include the changeFromQuantity argument; pass null to opt out.",
                        Map.of("code", "INVALID_FIELD_ARGUMENTS"));
            }
        }
        return once(key, input == null ? Map.of() : input, figures);
    }

    private GraphNode once(String key, Map<?, ?> input, List<?> figures) {
        Shelf.Done done = shop.shelf().call(key);
        if (done != null && !done.input().equals(input)) {
            return refused(new NotSet(
                    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
                    -1,
                    "The same idempotency key cannot be used with different operation parameters."));
        }
        if (done != null && done.failed()) {
            return refused(new NotSet(
                    "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED",
                    -1,
                    "A previous request with this idempotency key failed. Retry with a new idempotency key."));
        }
        if (done != null) {
            return taken(done.group(), input);
        }
        long group = shop.takeId();
        try {
            List<Wanted> wanted = wanted(input, figures);
            wanted.forEach(each -> each.item().available = each.quantity());
            shop.shelf().keep(key, new Shelf.Done(input, false, group));
            Map<String, Integer> set = new HashMap<>();
            wanted.forEach(each -> set.put(Long.toString(each.item().id), each.quantity()));
            ledger.write(new Fact.StockSet("", shop.profile().code(), set));
            return taken(group, input);
        } catch (NotSet refusal) {
            shop.shelf().keep(key, new Shelf.Done(input, true, group));
            ledger.write(new Fact.StockRefused("", shop.profile().code(), refusal.code));
            return refused(refusal);
        }
    }

    private List<Wanted> wanted(Map<?, ?> input, List<?> figures) throws NotSet {
        if (!Set.of("available", "on_hand").contains(String.valueOf(input.get("name")))) {
            throw new NotSet("INVALID_NAME", -1, "The quantity name must be either 'available' or 'on_hand'.");
        }
        if (!REASONS.contains(String.valueOf(input.get("reason")))) {
            throw new NotSet("INVALID_REASON", -1, "The specified reason is invalid.");
        }
        if (input.get("referenceDocumentUri") instanceof String uri && !isUri(uri)) {
            throw new NotSet("INVALID_REFERENCE_DOCUMENT", -1, "The specified reference document is invalid.");
        }
        List<Wanted> wanted = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < figures.size(); i++) {
            Map<?, ?> figure = (Map<?, ?>) figures.get(i);
            Shelf.Item item = find(figure.get("inventoryItemId"));
            if (item == null) {
                throw new NotSet("INVALID_INVENTORY_ITEM", i, "The specified inventory item could not be found.");
            }
            if (!isHere(figure.get("locationId"))) {
                throw new NotSet("INVALID_LOCATION", i, "The specified location could not be found.");
            }
            if (!item.stocked) {
                throw new NotSet(
                        "ITEM_NOT_STOCKED_AT_LOCATION",
                        i,
                        "The specified inventory item is not stocked at the location.");
            }
            if (!seen.add(item.id)) {
                throw new NotSet(
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        i,
                        "The combination of inventoryItemId and locationId must be unique.");
            }
            wanted.add(new Wanted(item, quantity(item, figure, i)));
        }
        return wanted;
    }

    private static int quantity(Shelf.Item item, Map<?, ?> figure, int place) throws NotSet {
        int quantity = figure.get("quantity") instanceof Integer number ? number : -1;
        if (quantity < 0) {
            throw new NotSet("INVALID_QUANTITY_NEGATIVE", place, "The quantity can't be negative.");
        }
        if (quantity > HIGHEST) {
            throw new NotSet(
                    "INVALID_QUANTITY_TOO_HIGH", place, "The total quantity can't be higher than 1,000,000,000.");
        }
        if (figure.get("changeFromQuantity") instanceof Integer from && from != item.available) {
            throw new NotSet(
                    "CHANGE_FROM_QUANTITY_STALE",
                    place,
                    "The changeFromQuantity value does not match persisted value.");
        }
        return quantity;
    }

    private GraphNode taken(long group, Map<?, ?> input) {
        return new GraphNode("InventorySetQuantitiesPayload")
                .put(
                        "inventoryAdjustmentGroup",
                        new GraphNode("InventoryAdjustmentGroup")
                                .put("id", OrderNodes.gid("InventoryAdjustmentGroup", group))
                                .put("createdAt", shop.now().toString())
                                .put("reason", String.valueOf(input.get("reason")))
                                .put("referenceDocumentUri", input.get("referenceDocumentUri")))
                .put("userErrors", List.of());
    }

    private static GraphNode refused(NotSet refusal) {
        List<String> field =
                refusal.place < 0 ? List.of("input") : List.of("input", "quantities", Integer.toString(refusal.place));
        return new GraphNode("InventorySetQuantitiesPayload")
                .put("inventoryAdjustmentGroup", null)
                .put(
                        "userErrors",
                        List.of(new GraphNode("InventorySetQuantitiesUserError")
                                .put("code", refusal.code)
                                .put("field", field)
                                .put("message", String.valueOf(refusal.getMessage()))));
    }

    private Shelf.@Nullable Item find(@Nullable Object gid) {
        String text = String.valueOf(gid);
        String digits = text.substring(text.lastIndexOf('/') + 1);
        return text.startsWith("gid://shopify/InventoryItem/") && digits.matches("[0-9]{1,18}")
                ? shop.shelf().find(Long.parseLong(digits))
                : null;
    }

    private boolean isHere(@Nullable Object gid) {
        return OrderNodes.gid("Location", shop.profile().locationId()).equals(gid);
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getScheme() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void require(String scope, String field) {
        if (!shop.scopes().contains(scope)) {
            throw new FieldDenied(
                    "Access denied for " + field + " field. Required access: `" + scope + "` access scope.",
                    Map.of(
                            "code", "ACCESS_DENIED",
                            "documentation", "https://shopify.dev/api/usage/access-scopes",
                            "requiredAccess", "`" + scope + "` access scope."));
        }
    }
}
