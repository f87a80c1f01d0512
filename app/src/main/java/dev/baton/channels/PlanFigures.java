package dev.baton.channels;

import dev.baton.catalog.ListedVariant;
import dev.baton.catalog.ListedVariant.Goods;
import dev.baton.catalog.ListingGoods;
import dev.baton.catalog.SkuId;
import dev.baton.channels.StoreFigure.State;
import dev.baton.inventory.BufferLookup;
import dev.baton.inventory.InventoryLookup;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLookup;
import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what stores should show of variants: of a bundle as many as its scarcest part allows, less
 * what the store must leave of each. The rows are locked
 * before the stock is read, so that an order which is explained in a row is off the stock that is read.
 */
@Component
class PlanFigures {

    private final AvailabilitySwitches switches;
    private final ListingGoods listings;
    private final InventoryLookup inventory;
    private final BufferLookup buffers;
    private final OrderLookup orders;

    PlanFigures(
            AvailabilitySwitches switches,
            ListingGoods listings,
            InventoryLookup inventory,
            BufferLookup buffers,
            OrderLookup orders) {
        this.switches = switches;
        this.listings = listings;
        this.inventory = inventory;
        this.buffers = buffers;
        this.orders = orders;
    }

    /** Brings locked rows to what is true now; they are still to be written. Needs the transaction of the locks. */
    void plan(MerchantId merchant, Collection<StoreFigure> locked, Instant now) {
        if (locked.isEmpty()) {
            return;
        }
        Map<StoreId, Instant> since = switches.enabled(merchant).stream()
                .collect(Collectors.toMap(AvailabilitySwitches.Switch::store, AvailabilitySwitches.Switch::since));
        locked.forEach(row -> row.forgetBefore(since.getOrDefault(row.store, now)));
        Map<StoreId, List<StoreFigure>> byStore = new LinkedHashMap<>();
        locked.forEach(row ->
                byStore.computeIfAbsent(row.store, none -> new ArrayList<>()).add(row));
        Map<StoreFigure, ListedVariant> variants = new LinkedHashMap<>();
        byStore.forEach((store, rows) -> {
            Map<String, ListedVariant> listed =
                    listings
                            .variants(
                                    merchant,
                                    store,
                                    rows.stream().map(row -> row.variantId).toList())
                            .stream()
                            .collect(Collectors.toMap(ListedVariant::variantId, each -> each));
            rows.forEach(row -> variants.put(row, Objects.requireNonNull(listed.get(row.variantId))));
        });
        Map<SkuId, Long> free = free(merchant, variants.values());
        Map<StoreId, Map<SkuId, Integer>> left = buffers.left(merchant, byStore.keySet(), free.keySet());
        variants.forEach((row, variant) -> plan(row, variant, free, left.getOrDefault(row.store, Map.of()), now));
        byStore.values().forEach(rows -> settleAmongThemselves(rows, now));
    }

    /** Where variants of a store share a SKU, an order does not say which of them was sold. */
    private static void settleAmongThemselves(List<StoreFigure> rows, Instant now) {
        Map<String, List<StoreFigure>> bySku = new HashMap<>();
        for (StoreFigure row : rows) {
            String sku = row.sku;
            if (sku != null && row.unseen != 0) {
                List<StoreFigure> before = bySku.computeIfAbsent(sku, none -> new ArrayList<>());
                before.forEach(other -> row.settleWith(other, now));
                before.add(row);
            }
        }
    }

    /** What may be sold, less ordered units that a hold keeps from being promised. */
    private Map<SkuId, Long> free(MerchantId merchant, Collection<ListedVariant> variants) {
        Map<SkuId, String> codes = new LinkedHashMap<>();
        variants.forEach(variant ->
                variant.goods().stream().filter(Goods::shipped).forEach(goods -> codes.put(goods.sku(), goods.code())));
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<SkuId, Long> free = new HashMap<>(inventory.sellable(merchant, codes.keySet()));
        Map<String, Map<SkuId, Integer>> made = listings.madeOf(merchant, codes.keySet());
        List<String> asked = new ArrayList<>(codes.values());
        asked.addAll(made.keySet());
        Map<String, Long> held = orders.unplanned(merchant, asked);
        codes.forEach((sku, code) -> free.merge(sku, -held.getOrDefault(code, 0L), Long::sum));
        made.forEach((code, parts) ->
                parts.forEach((sku, units) -> free.merge(sku, -units * held.getOrDefault(code, 0L), Long::sum)));
        return free;
    }

    private static void plan(
            StoreFigure row, ListedVariant variant, Map<SkuId, Long> free, Map<SkuId, Integer> left, Instant now) {
        if (!Objects.equals(row.itemId, variant.itemId())) {
            row.forgetStore();
        }
        row.itemId = variant.itemId();
        row.sku = variant.sku();
        row.title = variant.title();
        row.sellsOn = Boolean.TRUE.equals(variant.sellsOn());
        row.state = state(variant);
        row.planDue = false;
        row.forgetGivenBack(now);
        long least = StoreFigure.MOST;
        @Nullable String limit = null;
        for (Goods goods : variant.goods()) {
            long units =
                    Math.max(0, free.getOrDefault(goods.sku(), 0L) - left.getOrDefault(goods.sku(), 0)) / goods.units();
            if (goods.shipped() && (limit == null || units < least)) {
                least = Math.min(units, StoreFigure.MOST);
                limit = goods.code();
            }
        }
        int desired = row.state == State.OFFERED ? (int) least : 0;
        if (row.desired != desired) {
            row.desired = desired;
            row.changedAt = now;
        }
        row.limitedBy = limit;
        row.pending = row.isKept();
    }

    private static State state(ListedVariant variant) {
        if (!variant.listed()) {
            return State.NOT_LISTED;
        }
        if (variant.goods().isEmpty()) {
            return State.UNMAPPED;
        }
        if (variant.goods().stream().noneMatch(Goods::shipped)) {
            return State.NOT_SHIPPED;
        }
        if (variant.itemId() == null) {
            return State.NO_ITEM;
        }
        return Boolean.FALSE.equals(variant.tracked()) ? State.NOT_TRACKED : State.OFFERED;
    }
}
