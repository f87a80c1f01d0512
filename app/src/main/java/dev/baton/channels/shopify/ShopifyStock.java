package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreStock;
import dev.baton.channels.UnreadableDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stock figures in Shopify: the quantity named {@code available} of inventory items at one location. Source:
 * shopify.dev, GraphQL Admin API reference 2026-07, {@code inventorySetQuantities} (compare-and-swap by
 * {@code changeFromQuantity}, required since 2026-04), "Idempotent requests" (the directive is required since 2026-04).
 */
@Component
class ShopifyStock implements StoreStock {

    /** Three points an item and a bit: far below the 1,000 of one query. */
    private static final int MOST_READ = 100;

    /** Source: shopify.dev, "API limits": an input array has 250 elements at most. */
    private static final int MOST_SET = 250;

    private static final int MOST_LOCATION_PAGES = 20;

    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final String ITEM = "gid://shopify/InventoryItem/";
    private static final String LOCATION = "gid://shopify/Location/";

    private final AdminApi api;

    ShopifyStock(AdminApi api) {
        this.api = api;
    }

    @Override
    public int mostRead() {
        return MOST_READ;
    }

    @Override
    public int mostSet() {
        return MOST_SET;
    }

    @Override
    public Duration longestCall() {
        return AdminApi.TIMEOUT.multipliedBy(3);
    }

    @Override
    public ReadAnswer read(StoreConnection connection, String locationId, List<String> itemIds) {
        if (itemIds.isEmpty()) {
            return new ReadAnswer.Found(List.of());
        }
        ApiAnswer answer = api.ask(
                connection,
                Query.INVENTORY_LEVELS,
                Map.of("ids", itemIds.stream().map(item -> ITEM + item).toList(), "location", LOCATION + locationId));
        if (!(answer instanceof ApiAnswer.Told told)) {
            return new ReadAnswer.NotNow(failure(answer));
        }
        try {
            return new ReadAnswer.Found(levels(itemIds, data(told).some("nodes")));
        } catch (UnreadableDocument unreadable) {
            return new ReadAnswer.NotNow(
                    new Failure(false, false, WAIT, "the store's figures cannot be read: " + unreadable.reason()));
        }
    }

    /** Items the store does not know are null in the answer, so that the rest is matched by id. */
    private static List<Level> levels(List<String> itemIds, List<Fields> nodes) {
        Map<String, Level> known = new HashMap<>();
        for (Fields node : nodes) {
            if (node.has("id")) {
                String item = OrderWords.id(node, "id");
                known.put(item, new Level(item, true, node.flag("tracked", true), available(node)));
            }
        }
        List<Level> levels = new ArrayList<>();
        itemIds.forEach(item -> levels.add(known.getOrDefault(item, new Level(item, false, false, null))));
        return levels;
    }

    private static @Nullable Integer available(Fields item) {
        Fields level = item.object("inventoryLevel");
        if (level == null || !level.flag("isActive", true)) {
            return null;
        }
        for (Fields quantity : level.list("quantities")) {
            if ("available".equals(quantity.text("name"))) {
                return quantity.whole("quantity");
            }
        }
        return null;
    }

    @Override
    public SetAnswer set(StoreConnection connection, UUID key, String locationId, List<NewFigure> figures) {
        List<Map<String, Object>> quantities = new ArrayList<>();
        for (NewFigure figure : figures) {
            Map<String, Object> quantity = new LinkedHashMap<>();
            quantity.put("inventoryItemId", ITEM + figure.itemId());
            quantity.put("locationId", LOCATION + locationId);
            quantity.put("quantity", figure.quantity());
            quantity.put("changeFromQuantity", figure.from());
            quantities.add(quantity);
        }
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", "available");
        input.put("reason", "correction");
        input.put("referenceDocumentUri", "baton://availability/" + key);
        input.put("quantities", quantities);
        ApiAnswer answer = api.ask(connection, Query.INVENTORY_SET, Map.of("input", input, "key", key.toString()));
        return switch (answer) {
            case ApiAnswer.Told told -> read(told, figures.size());
            case ApiAnswer.Unknown unknown -> new SetAnswer.Open(Duration.ZERO, unknown.why());
            case ApiAnswer.Throttled ignored -> new SetAnswer.NotNow(failure(answer));
            case ApiAnswer.Denied ignored -> new SetAnswer.NotNow(failure(answer));
            case ApiAnswer.NotDone ignored -> new SetAnswer.NotNow(failure(answer));
            case ApiAnswer.Refused ignored -> new SetAnswer.NotNow(failure(answer));
        };
    }

    private static SetAnswer read(ApiAnswer.Told told, int size) {
        try {
            Fields payload = data(told).object("inventorySetQuantities");
            if (payload == null) {
                return new SetAnswer.Open(WAIT, "the store did not say whether it took the figures");
            }
            List<Fields> errors = payload.list("userErrors");
            return errors.isEmpty() ? new SetAnswer.Taken() : refused(errors, size);
        } catch (UnreadableDocument unreadable) {
            return new SetAnswer.Open(WAIT, "the store's answer cannot be read: " + unreadable.reason());
        }
    }

    private static SetAnswer refused(List<Fields> errors, int size) {
        List<Refused> refused = new ArrayList<>();
        String why = String.valueOf(errors.getFirst().text("message"));
        boolean readAnew = false;
        for (Fields error : errors) {
            String code = String.valueOf(error.text("code"));
            if (code.equals("IDEMPOTENCY_CONCURRENT_REQUEST")) {
                return new SetAnswer.Open(WAIT, why);
            }
            readAnew |= code.equals("CHANGE_FROM_QUANTITY_STALE") || code.startsWith("IDEMPOTENCY_");
            StoreRefusal refusal = refusal(code);
            if (refusal != null) {
                places(error, size).forEach(index -> refused.add(new Refused(index, refusal, why(error))));
            }
        }
        return new SetAnswer.NotTaken(readAnew ? List.of() : refused, why);
    }

    /** Null when the figure is only to be read anew. */
    private static @Nullable StoreRefusal refusal(String code) {
        return switch (code) {
            case "INVALID_INVENTORY_ITEM" -> StoreRefusal.GONE;
            case "ITEM_NOT_STOCKED_AT_LOCATION" -> StoreRefusal.NOT_STOCKED;
            case "CHANGE_FROM_QUANTITY_STALE",
                    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
                    "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED" -> null;
            default -> StoreRefusal.OTHER;
        };
    }

    private static String why(Fields error) {
        return "the store says: " + error.text("message");
    }

    /** The path {@code input.quantities.3.…} names one figure; any other means all of them. */
    private static List<Integer> places(Fields error, int size) {
        List<Integer> all = new ArrayList<>();
        for (String part : error.texts("field")) {
            if (part.matches("[0-9]{1,4}") && Integer.parseInt(part) < size) {
                return List.of(Integer.parseInt(part));
            }
        }
        for (int i = 0; i < size; i++) {
            all.add(i);
        }
        return all;
    }

    @Override
    public LocationsAnswer locations(StoreConnection connection) {
        List<Location> locations = new ArrayList<>();
        String after = null;
        for (int page = 0; page < MOST_LOCATION_PAGES; page++) {
            ApiAnswer answer = api.ask(connection, Query.LOCATIONS, after == null ? Map.of() : Map.of("after", after));
            if (!(answer instanceof ApiAnswer.Told told)) {
                return new LocationsAnswer.NotNow(failure(answer));
            }
            Fields list = data(told).object("locations");
            if (list == null) {
                return new LocationsAnswer.NotNow(new Failure(false, false, WAIT, "the store named no locations"));
            }
            for (Fields node : list.list("nodes")) {
                locations.add(new Location(
                        OrderWords.id(node, "id"), node.requiredText("name"), node.flag("isActive", true)));
            }
            Fields info = list.object("pageInfo");
            after = info != null && info.flag("hasNextPage", false) ? info.text("endCursor") : null;
            if (after == null) {
                break;
            }
        }
        return new LocationsAnswer.Found(locations);
    }

    private static Fields data(ApiAnswer.Told told) {
        Fields data = Fields.of(told.root().toString().getBytes(StandardCharsets.UTF_8))
                .object("data");
        if (data == null) {
            throw new UnreadableDocument("the answer holds no data", "data");
        }
        return data;
    }

    private static Failure failure(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("an answer with data has not failed");
            case ApiAnswer.Throttled throttled ->
                new Failure(false, true, throttled.pause(), "the store asks us to slow down");
            case ApiAnswer.Denied denied -> new Failure(true, false, Duration.ZERO, denied.why());
            case ApiAnswer.NotDone later -> new Failure(false, false, Duration.ZERO, later.why());
            case ApiAnswer.Unknown unknown -> new Failure(false, false, Duration.ZERO, unknown.why());
            case ApiAnswer.Refused refused -> new Failure(false, false, WAIT, refused.why());
        };
    }
}
