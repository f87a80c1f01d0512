package dev.baton.orders;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.InventoryLookup;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets lines go on that wait for a supplier that is away, once it is back or another has stock for them. A line that
 * still cannot go is held again and says why. Needs an open transaction of the merchant.
 */
@Component
class ReleaseAway {

    /** SKUs looked at in one run; more than these wait for a person, or for their stock to move. */
    private static final int MOST_SKUS = 2_000;

    private final JdbcClient jdbc;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final SetAwayPolicy policies;
    private final InventoryLookup stock;
    private final ReleaseKnown releases;
    private final WatchWaiting watch;
    private final Clock clock;

    ReleaseAway(
            JdbcClient jdbc,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            SetAwayPolicy policies,
            InventoryLookup stock,
            ReleaseKnown releases,
            WatchWaiting watch,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.policies = policies;
        this.stock = stock;
        this.releases = releases;
        this.watch = watch;
        this.clock = clock;
    }

    /** The supplier takes new units again: what is held for it is planned, and what waits for stock it has is served. */
    void back(MerchantId merchant, SupplierTerms terms) {
        Map<SkuId, String> held = held(merchant);
        Set<SkuId> offered = offeredBy(merchant, held.keySet(), terms.id());
        release(merchant, offered.stream().map(held::get).toList(), terms.name() + " takes orders again");
        watch.wake(merchant, offeredBy(merchant, waiting(merchant), terms.id()));
    }

    /** What is held for the supplier is planned where another that is not away has stock of it. */
    void elsewhere(MerchantId merchant, SupplierTerms away) {
        Map<SkuId, String> held = held(merchant);
        release(
                merchant,
                offeredBy(merchant, held.keySet(), away.id()).stream()
                        .filter(sku -> anotherHas(merchant, sku))
                        .map(held::get)
                        .toList(),
                "another supplier has stock");
    }

    private boolean anotherHas(MerchantId merchant, SkuId sku) {
        return stock.explain(merchant, sku).offers().stream()
                .anyMatch(offer -> offer.available() > 0 && takes(merchant, offer.supplier()));
    }

    private boolean takes(MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        return terms != null && !terms.paused() && !stops(merchant, supplier);
    }

    /** Whether the supplier is away now and gets nothing until it is back. */
    boolean stops(MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        Instant now = clock.instant();
        return terms != null
                && policies.of(merchant, List.of(supplier)).values().stream()
                        .anyMatch(policy -> Away.stops(terms, policy, now));
    }

    private void release(MerchantId merchant, Collection<String> codes, String why) {
        if (!codes.isEmpty()) {
            releases.release(
                    merchant,
                    new HeldBy(
                            Set.of(HoldKind.SUPPLIER_AWAY),
                            codes.stream()
                                    .map(code -> new HeldBy.Goods(null, code))
                                    .toList()),
                    why);
        }
    }

    private Set<SkuId> offeredBy(MerchantId merchant, Collection<SkuId> skus, SupplierId supplier) {
        Predicate<Offer> its = offer -> offer.supplier().equals(supplier);
        return catalog.offersOf(merchant, skus).entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(its))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The goods of held lines by the code lines carry. */
    private Map<SkuId, String> held(MerchantId merchant) {
        return jdbc
                .sql("""
                select distinct l.sku_id, l.sku
                from hold h
                join order_line l on l.merchant_id = h.merchant_id and l.line_id = h.line_id
                where h.merchant_id = :merchant and l.merchant_id = :merchant and h.kind = 'SUPPLIER_AWAY'
                  and h.released_at is null and l.sku_id is not null and l.sku is not null
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("limit", MOST_SKUS)
                .query((row, number) -> Map.entry(new SkuId(row.getObject("sku_id", UUID.class)), row.getString("sku")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private List<SkuId> waiting(MerchantId merchant) {
        return jdbc.sql("""
                select distinct sku_id from order_line
                where merchant_id = :merchant and waiting > 0 and sku_id is not null
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("limit", MOST_SKUS)
                .query((row, number) -> new SkuId(row.getObject("sku_id", UUID.class)))
                .list();
    }
}
