package dev.baton.world.shopify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop shows of its stock at its one location: lowered by every checkout, raised by what is taken back. A SKU
 * without an item is sold without being counted. Guarded by the shop's lock.
 */
final class Shelf {

    /** One inventory item; {@code available} may fall below 0 when a checkout was faster than the figure. */
    static final class Item {
        final long id;
        final String sku;
        final boolean tracked;
        boolean stocked = true;
        int available;

        Item(long id, String sku, boolean tracked, int available) {
            this.id = id;
            this.sku = sku;
            this.tracked = tracked;
            this.available = available;
        }
    }

    /** What came of a call under an idempotency key; {@code input} is what it was made with. */
    record Done(Object input, boolean failed, long group) {}

    private final Map<Long, Item> items = new LinkedHashMap<>();
    private final Map<String, Done> calls = new HashMap<>();

    void put(Item item) {
        items.put(item.id, item);
    }

    @Nullable
    Item find(long id) {
        return items.get(id);
    }

    /** The first item of the SKU, or null when the shop does not count it. */
    @Nullable
    Item bySku(String sku) {
        return items.values().stream()
                .filter(item -> item.sku.equals(sku))
                .findFirst()
                .orElse(null);
    }

    void take(String sku, int units) {
        Item item = bySku(sku);
        if (item != null) {
            item.available -= units;
        }
    }

    @Nullable
    Done call(String key) {
        return calls.get(key);
    }

    void keep(String key, Done done) {
        calls.put(key, done);
    }
}
