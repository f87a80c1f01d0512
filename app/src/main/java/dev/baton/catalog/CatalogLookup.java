package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
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

    CatalogLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything needed to source the SKUs of a batch of orders, in two statements. */
    public CatalogSlice bySku(MerchantId merchant, Collection<String> skuCodes) {
        SkuRows rows = rows(merchant, skuCodes);
        Map<SkuId, Sku> goods = rows.goods();
        return new CatalogSlice(rows.byCode(), goods, offersOf(merchant, goods.keySet()));
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
                select s.sku_id, s.code, s.title, s.weight_grams, s.bundle, s.requires_shipping,
                       p.quantity as part_quantity, g.sku_id as part_id, g.code as part_code, g.title as part_title,
                       g.weight_grams as part_weight_grams, g.requires_shipping as part_requires_shipping
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

    /** The SKU the merchant calls by that code. */
    public Optional<Sku> skuByCode(MerchantId merchant, String code) {
        return Optional.ofNullable(skus(merchant, List.of(code)).get(code));
    }

    /** The offers of the given goods by SKU, in the order of their ids. */
    public Map<SkuId, List<Offer>> offersOf(MerchantId merchant, Collection<SkuId> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        Map<SkuId, List<Offer>> offers = new HashMap<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, pack_size,
                       countries, lead_time_days
                from offer
                where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(row -> {
                    Offer offer = OfferRows.read(row);
                    offers.computeIfAbsent(offer.sku(), none -> new ArrayList<>())
                            .add(offer);
                });
        return offers;
    }

    /** The given offers by id; one that is not this merchant's is left out. */
    public Map<OfferId, Offer> offers(MerchantId merchant, Collection<OfferId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<OfferId, Offer> offers = new LinkedHashMap<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, pack_size,
                       countries, lead_time_days
                from offer
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        SqlArrays.uuids(ids.stream().map(OfferId::value).toList()))
                .query(row -> {
                    Offer offer = OfferRows.read(row);
                    offers.put(offer.id(), offer);
                });
        return offers;
    }

    /** A supplier's offers that ship from one place, in the order of their ids, behind one (null = from the first). */
    public List<Offer> offersFrom(
            MerchantId merchant, SupplierId supplier, String shipFrom, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, pack_size,
                       countries, lead_time_days
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
                .query((row, number) -> OfferRows.read(row))
                .list();
    }

    /** A supplier's offers by its own item codes: what a stock feed's rows are matched with. */
    public Map<String, List<Offer>> bySupplierSku(
            MerchantId merchant, SupplierId supplier, Collection<String> supplierSkus) {
        Map<String, List<Offer>> offers = new HashMap<>();
        Set<String> asked = new LinkedHashSet<>(supplierSkus);
        if (asked.isEmpty()) {
            return offers;
        }
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, pack_size,
                       countries, lead_time_days
                from offer
                where merchant_id = :merchant and supplier_id = :supplier and supplier_sku = any(:skus::text[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("skus", SqlArrays.texts(asked))
                .query(row -> {
                    Offer offer = OfferRows.read(row);
                    offers.computeIfAbsent(offer.supplierSku(), none -> new ArrayList<>())
                            .add(offer);
                });
        return offers;
    }
}
