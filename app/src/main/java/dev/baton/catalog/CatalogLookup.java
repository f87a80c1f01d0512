package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue as it stands. Every call is set-wise and needs an open transaction of the merchant. */
@Component
public final class CatalogLookup {

    private final JdbcClient jdbc;
    private final Mappings mappings;
    private final CostRows costs;
    private final OfferEnds ends;
    private final Clock clock;

    CatalogLookup(JdbcClient jdbc, Mappings mappings, CostRows costs, OfferEnds ends, Clock clock) {
        this.jdbc = jdbc;
        this.mappings = mappings;
        this.costs = costs;
        this.ends = ends;
        this.clock = clock;
    }

    /** Every cost an offer had, has and will have, the latest first. */
    public List<OfferCost> costs(MerchantId merchant, OfferId offer, int limit) {
        return costs.history(merchant, offer, limit);
    }

    /** As {@link #bySku(MerchantId, Collection, Collection)} for the merchant's own codes alone. */
    public CatalogSlice bySku(MerchantId merchant, Collection<String> skuCodes) {
        return bySku(merchant, skuCodes, List.of());
    }

    /**
     * Everything needed to source the SKUs of a batch of orders, in three statements, one more where stores' SKUs
     * are mapped.
     *
     * @param items SKUs as stores call them, to be looked for among the mappings
     */
    public CatalogSlice bySku(MerchantId merchant, Collection<String> skuCodes, Collection<StoreItem> items) {
        SkuRows rows = rows(merchant, skuCodes);
        List<Mappings.Row> named = mappings.of(merchant, items);
        if (!named.isEmpty()) {
            addById(merchant, named.stream().map(Mappings.Row::sku).distinct().toList(), rows);
        }
        Map<SkuId, Sku> goods = rows.goods();
        return new CatalogSlice(
                rows.byCode(), goods, offersOf(merchant, goods.keySet()), MappedGoods.of(named, rows.byId()));
    }

    private void addById(MerchantId merchant, Collection<SkuId> skus, SkuRows rows) {
        jdbc.sql("""
                select s.sku_id, s.code, s.title, s.weight_grams, s.bundle, s.requires_shipping, s.gtin,
                       s.margin_floor_bps,
                       p.quantity as part_quantity, g.sku_id as part_id, g.code as part_code, g.title as part_title,
                       g.weight_grams as part_weight_grams, g.requires_shipping as part_requires_shipping,
                       g.margin_floor_bps as part_margin_floor_bps
                from sku s
                left join bundle_part p on p.merchant_id = s.merchant_id and p.bundle_id = s.sku_id
                left join sku g on g.merchant_id = p.merchant_id and g.sku_id = p.part_id
                where s.merchant_id = :merchant and s.sku_id = any(:skus::uuid[])
                order by s.sku_id, p.part_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(rows::add);
    }

    /** The SKUs of those codes that exist, by code. */
    public Map<String, Sku> skus(MerchantId merchant, Collection<String> skuCodes) {
        return rows(merchant, skuCodes).byCode();
    }

    private SkuRows rows(MerchantId merchant, Collection<String> skuCodes) {
        SkuRows rows = new SkuRows();
        if (skuCodes.isEmpty()) {
            return rows;
        }
        jdbc.sql("""
                select s.sku_id, s.code, s.title, s.weight_grams, s.bundle, s.requires_shipping, s.gtin,
                       s.margin_floor_bps,
                       p.quantity as part_quantity, g.sku_id as part_id, g.code as part_code, g.title as part_title,
                       g.weight_grams as part_weight_grams, g.requires_shipping as part_requires_shipping,
                       g.margin_floor_bps as part_margin_floor_bps
                from sku s
                left join bundle_part p on p.merchant_id = s.merchant_id and p.bundle_id = s.sku_id
                left join sku g on g.merchant_id = p.merchant_id and g.sku_id = p.part_id
                where s.merchant_id = :merchant and s.code = any(:codes::text[])
                order by s.sku_id, p.part_id
                """)
                .param("merchant", merchant.value())
                .param("codes", SqlArrays.texts(skuCodes))
                .query(rows::add);
        return rows;
    }

    /** What the merchant calls SKUs; one that is not its own is left out. */
    public Map<SkuId, String> codes(MerchantId merchant, Collection<SkuId> skus) {
        Map<SkuId, String> codes = new HashMap<>();
        jdbc.sql("""
                select sku_id, code from sku
                where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(row -> {
                    codes.put(new SkuId(row.getObject("sku_id", UUID.class)), row.getString("code"));
                });
        return codes;
    }

    /** The SKU the merchant calls by that code. */
    public Optional<Sku> skuByCode(MerchantId merchant, String code) {
        return Optional.ofNullable(skus(merchant, List.of(code)).get(code));
    }

    /**
     * The offers of the given goods that new orders may go to, by SKU, in the order of their ids. One whose end has come is
     * left out from that very moment on, whether its row says so yet or not.
     */
    public Map<SkuId, List<Offer>> offersOf(MerchantId merchant, Collection<SkuId> skus) {
        return offersOf(merchant, skus, false);
    }

    /** As {@link #offersOf(MerchantId, Collection)}, those that have ended included. */
    public Map<SkuId, List<Offer>> everyOfferOf(MerchantId merchant, Collection<SkuId> skus) {
        return offersOf(merchant, skus, true);
    }

    /** When offers end or have ended, by offer; one that goes on is left out. */
    public Map<OfferId, OfferEnd> ends(MerchantId merchant, Collection<OfferId> offers) {
        return ends.of(merchant, offers);
    }

    private Map<SkuId, List<Offer>> offersOf(MerchantId merchant, Collection<SkuId> skus, boolean endedToo) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                  and (:endedToo or not ended and (ends_at is null or ends_at > :now))
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .param("endedToo", endedToo)
                .param("now", SqlArrays.instant(clock.instant()))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        Map<SkuId, List<Offer>> offers = new HashMap<>();
        costs.inForce(merchant, rows)
                .forEach(offer -> offers.computeIfAbsent(offer.sku(), none -> new ArrayList<>())
                        .add(offer));
        return offers;
    }

    /** The given offers by id; one that is not this merchant's is left out. */
    public Map<OfferId, Offer> offers(MerchantId merchant, Collection<OfferId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        SqlArrays.uuids(ids.stream().map(OfferId::value).toList()))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        Map<OfferId, Offer> offers = new LinkedHashMap<>();
        costs.inForce(merchant, rows).forEach(offer -> offers.put(offer.id(), offer));
        return offers;
    }

    /** The codes of the SKUs that these offers are of. */
    public List<String> codesOf(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct s.code
                from offer o join sku s on s.merchant_id = o.merchant_id and s.sku_id = o.sku_id
                where o.merchant_id = :merchant and o.offer_id = any(:offers::uuid[])
                order by s.code
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query((row, number) -> row.getString("code"))
                .list();
    }

    /** A supplier's offers that ship from one place, in the order of their ids, behind one (null = from the first). */
    public List<Offer> offersFrom(
            MerchantId merchant, SupplierId supplier, String shipFrom, @Nullable OfferId after, int limit) {
        return costs.inForce(
                merchant,
                jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and supplier_id = :supplier and ship_from = :shipFrom
                  and offer_id > :after
                order by offer_id
                limit :limit
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .param("shipFrom", shipFrom)
                        .param("after", after == null ? new UUID(0, 0) : after.value())
                        .param("limit", limit)
                        .query((row, number) -> OfferRows.readWithNext(row))
                        .list());
    }

    /** A supplier's offers by its own item codes: what a stock feed's rows are matched with. */
    public Map<String, List<Offer>> bySupplierSku(
            MerchantId merchant, SupplierId supplier, Collection<String> supplierSkus) {
        Map<String, List<Offer>> offers = new HashMap<>();
        Set<String> asked = new LinkedHashSet<>(supplierSkus);
        if (asked.isEmpty()) {
            return offers;
        }
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and supplier_id = :supplier and supplier_sku = any(:skus::text[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("skus", SqlArrays.texts(asked))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        costs.inForce(merchant, rows)
                .forEach(offer -> offers.computeIfAbsent(offer.supplierSku(), none -> new ArrayList<>())
                        .add(offer));
        return offers;
    }
}
