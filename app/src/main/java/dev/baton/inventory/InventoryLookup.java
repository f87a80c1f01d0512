package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stock as it stands, for reading. Every method opens or joins a transaction and locks nothing. */
@Component
public final class InventoryLookup {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final StockRows rows;
    private final FeedScopes scopes;
    private final WaitingRows waiting;
    private final CatalogLookup catalog;

    InventoryLookup(
            Tenancy tenancy,
            JdbcClient jdbc,
            StockRows rows,
            FeedScopes scopes,
            WaitingRows waiting,
            CatalogLookup catalog) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.rows = rows;
        this.scopes = scopes;
        this.waiting = waiting;
        this.catalog = catalog;
    }

    /** What of a goods SKU can be sold and why, of offers that have ended too; without offers when nobody offered it. */
    public StockExplanation explain(MerchantId merchant, SkuId sku) {
        return tenancy.inTransaction(merchant, () -> {
            List<Offer> offers = catalog.everyOfferOf(merchant, List.of(sku)).getOrDefault(sku, List.of());
            List<OfferStock> stock = stock(merchant, offers);
            long available = stock.stream().mapToLong(OfferStock::available).sum();
            long waits = waiting.units(merchant, List.of(sku)).getOrDefault(sku, 0L);
            return new StockExplanation(sku, available, waits, Math.max(0, available - waits), stock);
        });
    }

    /**
     * What of goods SKUs may be sold, in selling units, by SKU: all that is available less what waits, and never below
     * 0. A SKU nobody offers has 0. Locks nothing: what is read is at least as new as any lock taken before.
     */
    public Map<SkuId, Long> sellable(MerchantId merchant, Collection<SkuId> skus) {
        return tenancy.inTransaction(merchant, () -> {
            Map<SkuId, Long> units = available(merchant, skus);
            waiting.units(merchant, skus).forEach((sku, waits) -> units.merge(sku, -waits, Long::sum));
            units.replaceAll((sku, left) -> Math.max(0, left));
            return units;
        });
    }

    /**
     * What suppliers have of goods SKUs and nobody was promised, in selling units, by SKU, as {@link #explain} says it:
     * what waits is not taken off. A SKU nobody offers has 0.
     */
    public Map<SkuId, Long> available(MerchantId merchant, Collection<SkuId> skus) {
        return tenancy.inTransaction(merchant, () -> {
            List<OfferId> offers = catalog.offersOf(merchant, skus).values().stream()
                    .flatMap(List::stream)
                    .map(Offer::id)
                    .toList();
            Map<SkuId, Long> units = new HashMap<>();
            skus.forEach(sku -> units.put(sku, 0L));
            rows.glance(merchant, offers)
                    .forEach(row -> units.merge(row.sku(), Math.max(0, row.available()), Long::sum));
            return units;
        });
    }

    private List<OfferStock> stock(MerchantId merchant, List<Offer> offers) {
        Map<OfferId, StockRow> known = rows
                .glance(merchant, offers.stream().map(Offer::id).toList())
                .stream()
                .collect(Collectors.toMap(StockRow::offer, Function.identity()));
        Set<SupplierId> suppliers = offers.stream().map(Offer::supplier).collect(Collectors.toSet());
        Map<SupplierId, Scope> speaking = scopes.read(merchant, suppliers);
        Map<OfferId, Long> leaving = leaving(merchant, suppliers, known.keySet());
        Map<OfferId, OfferEnd> ends =
                catalog.ends(merchant, offers.stream().map(Offer::id).toList());
        return offers.stream()
                .map(offer -> {
                    StockRow row = known.getOrDefault(offer.id(), unseen(offer));
                    OfferEnd end = ends.get(offer.id());
                    boolean ended = end != null && end.ended();
                    Scope scope = speaking.getOrDefault(offer.supplier(), Scope.silent(offer.supplier()));
                    return new OfferStock(
                            offer.id(),
                            offer.supplier(),
                            offer.shipFrom(),
                            offer.supplierSku(),
                            row.observed(),
                            row.buffer(),
                            row.withheld(),
                            row.uncovered(),
                            leaving.getOrDefault(offer.id(), 0L),
                            ended ? 0 : Math.max(0, row.available()),
                            scope.effective(row),
                            row.leftOut(),
                            row.discontinued(),
                            row.shortSince(),
                            ended);
                })
                .toList();
    }

    private static StockRow unseen(Offer offer) {
        return new StockRow(offer.id(), offer.sku(), offer.supplier(), 0, 0, 0, 0, null, null, false, false, null);
    }

    private Map<OfferId, Long> leaving(
            MerchantId merchant, Collection<SupplierId> suppliers, Collection<OfferId> offers) {
        Map<OfferId, Long> leaving = new HashMap<>();
        jdbc.sql("""
                select offer_id, sum(quantity) as units
                from stock_deduction
                where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[])
                  and offer_id = any(:offers::uuid[]) and covered_at is null
                group by offer_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query(row -> {
                    leaving.put(Columns.offer(row), row.getLong("units"));
                });
        return leaving;
    }
}
