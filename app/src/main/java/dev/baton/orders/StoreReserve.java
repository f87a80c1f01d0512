package dev.baton.orders;

import dev.baton.catalog.CatalogSlice;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferLookup;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the orders of a store must leave for others, of all that may be sold of a SKU. Needs an open transaction. */
@Component
class StoreReserve {

    private static final Comparator<OfferId> BY_ID = Comparator.comparing(OfferId::value);

    private final BufferLookup buffers;

    StoreReserve(BufferLookup buffers) {
        this.buffers = buffers;
    }

    /** What each store of a batch must leave of each SKU; empty for most merchants. */
    record Left(Map<StoreId, Map<SkuId, Integer>> units) {

        /**
         * The balances as an order of the store may see them: where it wants more of a SKU than it may have, all its offers
         * together have that much, the first of them first.
         */
        Map<OfferId, Integer> seenBy(
                StoreId store,
                List<LineState> lines,
                CatalogSlice slice,
                Map<OfferId, Integer> balances,
                boolean waitingToo) {
            Map<SkuId, Integer> leaves = units.getOrDefault(store, Map.of());
            if (leaves.isEmpty()) {
                return balances;
            }
            Map<SkuId, Long> wanted = new LinkedHashMap<>();
            lines.forEach(line ->
                    wanted.merge(Objects.requireNonNull(line.skuId), (long) line.toPlan(waitingToo), Long::sum));
            Map<OfferId, Integer> seen = new HashMap<>(balances);
            wanted.forEach((sku, quantity) -> {
                List<OfferId> offers = slice.offersOf(sku).stream()
                        .map(Offer::id)
                        .sorted(BY_ID)
                        .toList();
                long there = offers.stream()
                        .mapToLong(offer -> Math.max(0, balances.getOrDefault(offer, 0)))
                        .sum();
                long may = Math.max(0, there - leaves.getOrDefault(sku, 0));
                if (quantity > may) {
                    limit(offers, may, seen);
                }
            });
            return seen;
        }

        private static void limit(List<OfferId> offers, long units, Map<OfferId, Integer> seen) {
            long rest = units;
            for (OfferId offer : offers) {
                int has = Math.max(0, seen.getOrDefault(offer, 0));
                int part = (int) Math.min(has, rest);
                seen.put(offer, part);
                rest -= part;
            }
        }
    }

    Left of(MerchantId merchant, Map<Planner.Job, List<LineState>> wanted) {
        Collection<StoreId> stores =
                wanted.keySet().stream().map(job -> job.state().head.store()).collect(Collectors.toSet());
        Collection<SkuId> skus = wanted.values().stream()
                .flatMap(List::stream)
                .map(line -> Objects.requireNonNull(line.skuId))
                .collect(Collectors.toSet());
        return new Left(buffers.left(merchant, stores, skus));
    }
}
