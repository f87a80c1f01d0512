package dev.baton.catalog;

import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what a store lists: products in the version handed in, where it is newer than the one that stands. Webhooks
 * and pulls may come in any order and several times; the end is the same.
 */
@Component
public final class RecordStoreProducts {

    /** Most products of one call; with the variants a product may have the transaction stays bounded. */
    public static final int MOST_PRODUCTS = 200;

    /** Products that leave the range in one transaction. */
    private static final int MOST_REMOVED = 1_000;

    private final Tenancy tenancy;
    private final StoreProducts products;
    private final Listings listings;
    private final Audit audit;
    private final Clock clock;

    RecordStoreProducts(Tenancy tenancy, StoreProducts products, Listings listings, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.products = products;
        this.listings = listings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A version was newer and stands now, or was not and changed nothing. */
    public record Recorded(int applied, int stale) {}

    /**
     * Records versions a store told one by one; opens or joins a transaction. Of two versions of one product the
     * newer counts.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_PRODUCTS}
     */
    public Recorded record(MerchantId merchant, Store store, List<StoreProduct> versions) {
        return tenancy.inTransaction(merchant, () -> {
            Map<String, UUID> applied = apply(merchant, store, versions, null);
            audit.record(
                    merchant,
                    applied.values().stream()
                            .map(id -> new AuditEntry("RecordStoreProducts", "store_product", id, null, "LISTED", null))
                            .toList());
            return new Recorded(applied.size(), versions.size() - applied.size());
        });
    }

    /** As {@link #record}, for part of a pull of all products; the pull is the aggregate that is audited. */
    public Recorded recordPulled(MerchantId merchant, Store store, List<StoreProduct> part, UUID pull) {
        return tenancy.inTransaction(merchant, () -> {
            Map<String, UUID> applied = apply(merchant, store, part, pull);
            List<String> known = part.stream()
                    .map(StoreProduct::productId)
                    .filter(id -> !applied.containsKey(id))
                    .toList();
            products.seen(merchant, store.id(), known, pull);
            return new Recorded(applied.size(), part.size() - applied.size());
        });
    }

    private Map<String, UUID> apply(
            MerchantId merchant, Store store, List<StoreProduct> versions, @Nullable UUID pull) {
        if (versions.size() > MOST_PRODUCTS) {
            throw new IllegalArgumentException("a call may have " + MOST_PRODUCTS + " products at most");
        }
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<String, StoreProduct> newest = new HashMap<>();
        Comparator<StoreProduct> byVersion =
                Comparator.comparing(StoreProduct::updatedAt).thenComparing(StoreProduct::observedAt);
        versions.forEach(each ->
                newest.merge(each.productId(), each, (one, other) -> byVersion.compare(one, other) < 0 ? other : one));
        List<StoreProduct> inOrder = newest.values().stream()
                .sorted(Comparator.comparing(StoreProduct::productId))
                .toList();
        Map<String, UUID> applied = products.upsertNewer(merchant, store.id(), inOrder, pull);
        List<StoreProduct> changed = inOrder.stream()
                .filter(each -> applied.containsKey(each.productId()))
                .toList();
        listings.bring(merchant, store, changed, clock.instant());
        return applied;
    }

    /** The store deleted these products; no later message brings them back. Opens or joins a transaction. */
    public void delete(MerchantId merchant, StoreId store, List<String> productIds) {
        if (productIds.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Instant now = clock.instant();
            List<AuditEntry> entries = new ArrayList<>();
            for (String product : productIds.stream().distinct().sorted().toList()) {
                UUID id = products.delete(merchant, store, product, now);
                entries.add(new AuditEntry("RecordStoreProducts", "store_product", id, null, "DELETED", null));
            }
            listings.remove(merchant, store, productIds, now);
            audit.record(merchant, entries);
        });
    }

    /**
     * Removes some of the products a whole pull did not list; opens or joins a transaction. What anything told of
     * after the pull began stays.
     *
     * @return how many were removed; 0 = none is left
     */
    public int removeUnlisted(MerchantId merchant, StoreId store, UUID pull, Instant begun) {
        return tenancy.inTransaction(merchant, () -> {
            List<String> gone = products.unseen(merchant, store, pull, begun, MOST_REMOVED);
            if (!gone.isEmpty()) {
                products.remove(merchant, store, gone, clock.instant());
                listings.remove(merchant, store, gone, clock.instant());
            }
            return gone.size();
        });
    }
}
