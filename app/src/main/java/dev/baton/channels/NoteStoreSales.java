package dev.baton.channels;

import dev.baton.channels.StoreSales.Sale;
import dev.baton.merchants.StoreId;
import dev.baton.orders.Placement;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction that placed or changed a store's order, what the store took off its own figures for it:
 * units that were missing there and unexplained are explained, and the store is believed to show fewer of the rest.
 */
@Component
class NoteStoreSales {

    private final AvailabilitySwitches switches;
    private final AvailabilityTouches touches;
    private final StoreSales sales;
    private final StoreFigures figures;
    private final Clock clock;

    NoteStoreSales(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            StoreSales sales,
            StoreFigures figures,
            Clock clock) {
        this.switches = switches;
        this.touches = touches;
        this.sales = sales;
        this.figures = figures;
        this.clock = clock;
    }

    /** A version of an order that was applied just now. */
    private record Version(StoreOrder order, boolean fresh) {

        /** Units by SKU that the store holds back for the order or has sent; a cancelled order holds none. */
        Map<String, Integer> units() {
            Map<String, Integer> units = new TreeMap<>();
            for (StoreLine line : order.lines()) {
                String sku = line.sku();
                if (sku != null && !sku.isBlank()) {
                    units.merge(sku.strip(), order.cancelled() ? 0 : line.remaining(), Integer::sum);
                }
            }
            return units;
        }

        @Nullable
        Instant at() {
            return fresh ? order.placedAt() : order.version().updatedAt();
        }
    }

    /** More or fewer units of a SKU taken off by a store for one order, at the time the store did so. */
    private record Change(int units, @Nullable Instant at) {}

    /** A SKU of a store. */
    private record Shelf(StoreId store, String sku) {}

    /** Needs the open transaction of the placing; the last act in it, for it locks figures after all stock. */
    void note(MerchantId merchant, List<StoreOrder> orders, List<Placement> placements) {
        Set<StoreId> kept = switches.kept(merchant);
        if (kept.isEmpty()) {
            return;
        }
        List<Version> versions = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>();
        for (int i = 0; i < orders.size(); i++) {
            boolean fresh = placements.get(i) instanceof Placement.Placed;
            if (fresh || placements.get(i) instanceof Placement.Changed) {
                Version version = new Version(orders.get(i), fresh);
                touched.addAll(version.units().keySet());
                if (kept.contains(orders.get(i).store())) {
                    versions.add(version);
                }
            }
        }
        if (!touched.isEmpty()) {
            touches.touch(merchant, touched);
        }
        Map<Shelf, List<Change>> changes = changes(merchant, versions);
        if (!changes.isEmpty()) {
            apply(merchant, changes);
        }
    }

    private Map<Shelf, List<Change>> changes(MerchantId merchant, List<Version> versions) {
        Map<StoreSales.Key, Map<String, Integer>> before = sales.of(
                merchant,
                versions.stream()
                        .map(version -> StoreSales.Key.of(version.order()))
                        .toList());
        Map<Shelf, List<Change>> changes = new LinkedHashMap<>();
        List<Sale> written = new ArrayList<>();
        for (Version version : versions) {
            StoreSales.Key key = StoreSales.Key.of(version.order());
            @Nullable Map<String, Integer> known = before.get(key);
            // an order from before the store was kept: what it holds is in the figure already
            boolean first = known == null && !version.fresh();
            Map<String, Integer> units = new TreeMap<>(version.units());
            if (known != null) {
                known.keySet().forEach(sku -> units.putIfAbsent(sku, 0));
            }
            units.forEach((sku, now) -> {
                int was = known == null ? 0 : known.getOrDefault(sku, 0);
                if (known == null || now != was) {
                    written.add(new Sale(key, sku, now));
                }
                if (!first && now != was) {
                    changes.computeIfAbsent(new Shelf(key.store(), sku), none -> new ArrayList<>())
                            .add(new Change(now - was, version.at()));
                }
            });
        }
        sales.write(merchant, written, clock.instant());
        return changes;
    }

    private void apply(MerchantId merchant, Map<Shelf, List<Change>> changes) {
        Instant now = clock.instant();
        List<Shelf> shelves = List.copyOf(changes.keySet());
        List<StoreFigure> locked = figures.lockSkus(
                merchant,
                shelves.stream().map(Shelf::store).toList(),
                shelves.stream().map(Shelf::sku).toList());
        Map<Shelf, List<StoreFigure>> rows = new HashMap<>();
        for (StoreFigure row : locked) {
            String sku = row.sku;
            if (sku != null) {
                rows.computeIfAbsent(new Shelf(row.store, sku), none -> new ArrayList<>())
                        .add(row);
            }
            row.planDue = true;
        }
        rows.forEach((shelf, variants) ->
                changes.getOrDefault(shelf, List.of()).forEach(change -> apply(variants, change, now)));
        figures.write(merchant, locked);
    }

    /** Where several variants of the store share the SKU, nobody says which was sold: their unseen units are one sum. */
    private static void apply(List<StoreFigure> variants, Change change, Instant now) {
        List<StoreFigure> counting = variants.stream()
                .filter(row -> !row.contains(change.at()))
                .sorted(Comparator.comparing(row -> row.variantId))
                .toList();
        int left = change.units();
        for (StoreFigure row : counting) {
            left = row.explain(left, now);
        }
        if (left == 0 || counting.isEmpty()) {
            return;
        }
        if (counting.size() == 1 && variants.size() == 1) {
            counting.getFirst().sold(left, now);
        } else {
            counting.getFirst().owe(left, now);
        }
    }
}
