package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferScope.OfOffer;
import dev.baton.inventory.BufferScope.OfSku;
import dev.baton.inventory.BufferScope.OfStore;
import dev.baton.inventory.BufferScope.OfSupplier;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps units back, whatever the suppliers say: of all of a supplier's offers, of a SKU, of one offer, or from one store.
 * Of the first three the most specific that is stated counts.
 */
@Component
public final class SetBuffers {

    /** Most rules of one call. */
    public static final int MOST_RULES = 10_000;

    private final Tenancy tenancy;
    private final StockBuffers buffers;
    private final StockRows rows;
    private final StockChanges stock;
    private final CatalogLookup catalog;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    SetBuffers(
            Tenancy tenancy,
            StockBuffers buffers,
            StockRows rows,
            StockChanges stock,
            CatalogLookup catalog,
            Audit audit,
            ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.buffers = buffers;
        this.rows = rows;
        this.stock = stock;
        this.catalog = catalog;
        this.audit = audit;
        this.news = news;
    }

    /**
     * States them, all or none; scopes that are not named stay as they are, and what is promised already stays promised.
     * Opens or joins a transaction; a supplier's offers are gone through afterwards, {@value ApplyFeed#CHUNK} in a
     * transaction where none is open.
     *
     * @throws Problem {@link InventoryProblem#BUFFER_INVALID} naming the rule, when one is below 0 or its offer is not known,
     *     or there are more than {@value #MOST_RULES}
     */
    public void set(MerchantId merchant, List<BufferRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        if (rules.size() > MOST_RULES) {
            throw new Problem(
                    InventoryProblem.BUFFER_INVALID,
                    "State at most " + MOST_RULES + " buffers in one call.",
                    "buffers");
        }
        List<BufferScope> changed = tenancy.inTransaction(merchant, () -> state(merchant, rules));
        changed.stream()
                .filter(OfSupplier.class::isInstance)
                .map(OfSupplier.class::cast)
                .forEach(each -> goThrough(merchant, each.supplier()));
    }

    private List<BufferScope> state(MerchantId merchant, List<BufferRule> rules) {
        Map<OfferId, Offer> offers = catalog.offers(
                merchant,
                rules.stream()
                        .map(BufferRule::scope)
                        .filter(OfOffer.class::isInstance)
                        .map(each -> ((OfOffer) each).offer())
                        .toList());
        check(rules, offers);
        Map<BufferScope, Integer> before =
                buffers.stated(merchant, rules.stream().map(BufferRule::scope).toList());
        Map<BufferScope, Integer> put = new LinkedHashMap<>();
        List<BufferScope> removed = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        Map<BufferScope, BufferRule> last = new LinkedHashMap<>();
        rules.forEach(rule -> last.put(rule.scope(), rule));
        for (BufferRule rule : last.values()) {
            @Nullable Integer was = before.get(rule.scope());
            @Nullable Integer units = rule.units();
            if (Objects.equals(was, units)) {
                continue;
            }
            if (units == null) {
                removed.add(rule.scope());
            } else {
                put.put(rule.scope(), units);
            }
            if (!(rule.scope() instanceof OfOffer)) {
                entries.add(stated(rule.scope(), was, units));
            }
        }
        buffers.put(merchant, put);
        buffers.remove(merchant, removed);
        List<BufferScope> changed = new ArrayList<>(put.keySet());
        changed.addAll(removed);
        audit.record(merchant, entries);
        applyNow(merchant, changed, offers.values());
        changed.forEach(scope -> tell(merchant, scope));
        return changed;
    }

    private static AuditEntry stated(BufferScope scope, @Nullable Integer before, @Nullable Integer units) {
        StockBuffers.Key key = StockBuffers.Key.of(scope);
        @Nullable SkuId only = scope instanceof OfStore store ? store.sku() : null;
        return new AuditEntry(
                "StateBuffer",
                switch (scope) {
                    case OfSupplier _ -> "supplier";
                    case OfSku _ -> "sku";
                    case OfOffer _ -> "offer";
                    case OfStore _ -> "store";
                },
                key.subject(),
                before == null ? null : String.valueOf(before),
                units == null ? "-" : String.valueOf(units),
                only == null ? null : "sku " + only.value());
    }

    /** Offers and SKUs; their rows are locked in one go, in the order of the offers. */
    private void applyNow(MerchantId merchant, List<BufferScope> changed, Collection<Offer> named) {
        List<SkuId> skus = changed.stream()
                .filter(OfSku.class::isInstance)
                .map(each -> ((OfSku) each).sku())
                .toList();
        Set<BufferScope> now = Set.copyOf(changed);
        Map<OfferId, Offer> meant = new LinkedHashMap<>();
        named.stream()
                .filter(offer -> now.contains(new OfOffer(offer.id())))
                .forEach(offer -> meant.put(offer.id(), offer));
        catalog.everyOfferOf(merchant, skus)
                .values()
                .forEach(all -> all.forEach(offer -> meant.put(offer.id(), offer)));
        if (!meant.isEmpty()) {
            rows.insertMissing(
                    merchant, meant.values().stream().map(UnseenOffer::of).toList());
            apply(merchant, new LinkedHashSet<>(meant.keySet()));
        }
    }

    private void apply(MerchantId merchant, Set<OfferId> offers) {
        LockedStock locked = stock.lock(merchant, offers);
        Map<OfferId, Integer> counting = buffers.counting(
                merchant, locked.all().stream().map(Balance::before).toList());
        List<AuditEntry> entries = new ArrayList<>();
        for (Balance balance : locked.all()) {
            int before = balance.before().buffer();
            int units = counting.getOrDefault(balance.offer(), 0);
            if (before != units) {
                balance.keepBack(units);
                entries.add(new AuditEntry(
                        "SetBuffers",
                        "offer",
                        balance.offer().value(),
                        String.valueOf(before),
                        String.valueOf(units),
                        null));
            }
        }
        stock.settle(merchant, locked);
        audit.record(merchant, entries);
    }

    private void tell(MerchantId merchant, BufferScope scope) {
        if (scope instanceof OfStore store) {
            news.publishEvent(new StoreBuffersChanged(merchant, store.store(), store.sku()));
            stock.wakeBeside(merchant);
        }
    }

    private void goThrough(MerchantId merchant, SupplierId supplier) {
        @Nullable OfferId after = null;
        do {
            @Nullable OfferId from = after;
            after = tenancy.<@Nullable OfferId>inTransaction(merchant, () -> page(merchant, supplier, from));
        } while (after != null);
    }

    private @Nullable OfferId page(MerchantId merchant, SupplierId supplier, @Nullable OfferId after) {
        List<OfferId> page = rows.page(merchant, supplier, after, ApplyFeed.CHUNK).stream()
                .map(StockRow::offer)
                .toList();
        apply(merchant, new LinkedHashSet<>(page));
        return page.size() < ApplyFeed.CHUNK ? null : page.getLast();
    }

    private static void check(List<BufferRule> rules, Map<OfferId, Offer> offers) {
        for (int i = 0; i < rules.size(); i++) {
            BufferRule rule = rules.get(i);
            if (rule.units() != null && rule.units() < 0) {
                throw new Problem(
                        InventoryProblem.BUFFER_INVALID, "A buffer is 0 or more units.", "buffers[" + i + "].units");
            }
            if (rule.scope() instanceof OfOffer each && !offers.containsKey(each.offer())) {
                throw new Problem(
                        InventoryProblem.BUFFER_INVALID,
                        "The offer is not known: define it first.",
                        "buffers[" + i + "]");
            }
        }
    }
}
