package dev.baton.channels.shopify;

import dev.baton.catalog.ListingStatus;
import dev.baton.catalog.RecordStoreProducts;
import dev.baton.catalog.StoreProduct;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Figure;
import dev.baton.channels.Stores;
import dev.baton.channels.SwitchAvailability;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Shopify store of a merchant whose figures are kept: its shop, its listings, and its customers. */
final class KeptStore implements AutoCloseable {

    private static final Instant LISTED = Instant.parse("2026-01-01T00:00:00Z");

    final InventoryShop shop = new InventoryShop();
    final TestShop merchant;
    final StoreId id;
    final Road road;
    private long nextOrder;
    private int listings;

    KeptStore(TestShop merchant, String code, long firstOrder) {
        this.merchant = merchant;
        this.id = Stores.plain(merchant.baton, merchant.merchant, code, "shopify");
        Stores.connect(merchant.baton, merchant.merchant, id, shop.server.url(), List.of(Stores.SECRET), 0);
        this.road = new Road(merchant.merchant, id);
        this.nextOrder = firstOrder;
    }

    TestBaton baton() {
        return merchant.baton;
    }

    /** Lists variants: the item's number is the variant's, and the shop shows so many. */
    void lists(String item, String sku, int shown, @Nullable Boolean tracked, boolean sellsOn) {
        shop.available.put(item, shown);
        baton().bean(RecordStoreProducts.class)
                .record(
                        merchant.merchant,
                        store(),
                        List.of(new StoreProduct(
                                "9" + item,
                                "Product " + item,
                                ListingStatus.ACTIVE,
                                null,
                                LISTED.plusSeconds(++listings),
                                LISTED.plusSeconds(listings),
                                List.of(new Variant(
                                        item,
                                        null,
                                        null,
                                        sku,
                                        null,
                                        new BigDecimal("9.00"),
                                        item,
                                        tracked,
                                        sellsOn,
                                        true,
                                        100)))));
    }

    void lists(String item, String sku, int shown) {
        lists(item, sku, shown, true, false);
    }

    Store store() {
        return baton().in(
                        merchant.merchant,
                        () -> baton().bean(MerchantLookup.class)
                                .store(merchant.merchant, id)
                                .orElseThrow());
    }

    /** Switches the store on and lets everything settle. */
    void on() {
        baton().bean(SwitchAvailability.class).on(merchant.merchant, store(), InventoryShop.LOCATION);
        settle(baton());
    }

    /** Does what is due for half a minute. */
    static void settle(TestBaton baton) {
        for (int i = 0; i < 8; i++) {
            baton.runDue();
            baton.clock().advance(Duration.ofSeconds(i < 4 ? 2 : 6));
        }
        baton.runDue();
    }

    /** An order in the shop, not yet told. */
    final class Sale {
        final long id = nextOrder++;
        final Map<String, Integer> units;
        final Instant placedAt = baton().clock().instant();
        final List<String> bodies = new ArrayList<>();
        private int version;

        Sale(Map<String, Integer> unitsBySku) {
            this.units = unitsBySku;
            bodies.add(body(false));
        }

        KeptStore of() {
            return KeptStore.this;
        }

        /** The customer cancels and the shop takes the units back. */
        void cancel() {
            bodies.add(body(true));
        }

        /** The webhook of a version arrives. */
        void told(int which) {
            road.keep(
                    which == 0 ? "orders/create" : "orders/cancelled",
                    bodies.get(which),
                    placedAt.plusSeconds(which).toString());
        }

        private String body(boolean cancelled) {
            Instant updated = placedAt.plusSeconds(version++);
            List<String> lines = new ArrayList<>();
            units.forEach((sku, quantity) -> lines.add("{\"id\": " + (id * 10 + lines.size()) + ", \"sku\": \"" + sku
                    + "\", \"title\": \"" + sku + "\", \"quantity\": " + quantity + ", \"current_quantity\": "
                    + (cancelled ? 0 : quantity) + ", \"fulfillable_quantity\": " + (cancelled ? 0 : quantity)
                    + ", \"price\": \"10.00\", \"requires_shipping\": true, \"tax_lines\": []}"));
            String all = Orders.PAID;
            return all.substring(0, all.indexOf("\"line_items\""))
                            .replace("5001", Long.toString(id))
                            .replace("#1001", "#" + id)
                            .replace("ada@example.org", "ada" + id + "@example.org")
                            .replace("Musterweg 1", "Musterweg " + id)
                            .replace("2026-03-01T10:59:58+01:00", placedAt.toString())
                            .replace("2026-03-01T10:59:57+01:00", placedAt.toString())
                            .replace("2026-03-01T11:00:00+01:00", updated.toString())
                            .replace(
                                    "\"cancelled_at\": null",
                                    "\"cancelled_at\": " + (cancelled ? "\"" + updated + "\"" : "null"))
                    + "\"line_items\": [" + String.join(",", lines) + "]}";
        }
    }

    /** A customer buys: the shop lowers its own figures. */
    Sale sells(Map<String, Integer> unitsBySku, Map<String, Integer> unitsByItem) {
        unitsByItem.forEach(shop::sell);
        return new Sale(unitsBySku);
    }

    Sale sells(String item, String sku, int units) {
        return sells(Map.of(sku, units), Map.of(item, units));
    }

    Figure figure(String item) {
        return figures().stream()
                .filter(figure -> figure.variantId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    List<Figure> figures() {
        return baton().in(
                        merchant.merchant,
                        () -> baton().bean(AvailabilityLookup.class)
                                .figures(merchant.merchant, store(), false, null, 200));
    }

    @Override
    public void close() {
        shop.close();
    }
}
