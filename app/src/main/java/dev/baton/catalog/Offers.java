package dev.baton.catalog;

import dev.baton.catalog.DefineOffers.OfferKey;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables offer and offer_cost, written set-wise. */
@Component
final class Offers {

    private final JdbcClient jdbc;
    private final CostRows costs;
    private final Clock clock;

    Offers(JdbcClient jdbc, CostRows costs, Clock clock) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.clock = clock;
    }

    /** The offers that exist for these SKUs and suppliers, locked in the order of their ids. */
    Map<OfferKey, Offer> lock(MerchantId merchant, List<OfferDefinition> definitions, Collection<SkuId> skus) {
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and sku_id = any(:skus::uuid[]) and supplier_id = any(:suppliers::uuid[])
                order by merchant_id, offer_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .param(
                        "suppliers",
                        SqlArrays.uuids(definitions.stream()
                                .map(each -> each.supplier().value())
                                .distinct()
                                .toList()))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        Map<OfferKey, Offer> known = new HashMap<>();
        costs.inForce(merchant, rows).forEach(offer -> known.put(OfferKey.of(offer), offer));
        return known;
    }

    void insert(MerchantId merchant, List<Offer> offers) {
        write(merchant, offers, """
                insert into offer (merchant_id, offer_id, sku_id, supplier_id, ship_from, supplier_sku,
                                   unit_cost_micros, currency, price_breaks, pack_size, minimum_quantity, countries,
                                   lead_time_days)
                select :merchant, o.id, o.sku, o.supplier, o.ship_from, o.supplier_sku, o.cost, o.currency, o.breaks,
                       o.pack, o.least, coalesce(string_to_array(nullif(o.countries, ''), ','), '{}'), o.lead_time
                from unnest(:ids::uuid[], :skus::uuid[], :suppliers::uuid[], :places::text[], :supplierSkus::text[],
                            :costs::bigint[], :currencies::text[], :breaks::text[], :packs::int[], :leasts::int[],
                            :countries::text[], :leadTimes::int[])
                     as o (id, sku, supplier, ship_from, supplier_sku, cost, currency, breaks, pack, least, countries,
                           lead_time)
                """);
    }

    /** The rows are locked already. */
    void update(MerchantId merchant, List<Offer> offers) {
        write(merchant, offers, """
                update offer
                set supplier_sku = o.supplier_sku, unit_cost_micros = o.cost, currency = o.currency,
                    price_breaks = o.breaks, pack_size = o.pack, minimum_quantity = o.least,
                    countries = coalesce(string_to_array(nullif(o.countries, ''), ','), '{}'),
                    lead_time_days = o.lead_time
                from unnest(:ids::uuid[], :skus::uuid[], :suppliers::uuid[], :places::text[], :supplierSkus::text[],
                            :costs::bigint[], :currencies::text[], :breaks::text[], :packs::int[], :leasts::int[],
                            :countries::text[], :leadTimes::int[])
                     as o (id, sku, supplier, ship_from, supplier_sku, cost, currency, breaks, pack, least, countries,
                           lead_time)
                where offer.merchant_id = :merchant and offer.offer_id = o.id
                """);
    }

    private void write(MerchantId merchant, List<Offer> offers, String sql) {
        if (offers.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                offers.stream().map(each -> each.id().value()).toList()))
                .param(
                        "skus",
                        SqlArrays.uuids(
                                offers.stream().map(each -> each.sku().value()).toList()))
                .param(
                        "suppliers",
                        SqlArrays.uuids(offers.stream()
                                .map(each -> each.supplier().value())
                                .toList()))
                .param(
                        "places",
                        SqlArrays.texts(offers.stream().map(Offer::shipFrom).toList()))
                .param(
                        "supplierSkus",
                        SqlArrays.texts(offers.stream().map(Offer::supplierSku).toList()))
                .param(
                        "costs",
                        SqlArrays.longs(
                                offers.stream().mapToLong(Offer::unitCostMicros).toArray()))
                .param(
                        "currencies",
                        SqlArrays.texts(offers.stream().map(Offer::currency).toList()))
                .param("breaks", Columns.breaks(offers, Offer::cost))
                .param(
                        "packs",
                        SqlArrays.ints(offers.stream().mapToInt(Offer::packSize).toArray()))
                .param(
                        "leasts",
                        SqlArrays.ints(
                                offers.stream().mapToInt(Offer::minimumQuantity).toArray()))
                // an array of arrays cannot be unnested into rows: one text a row
                .param(
                        "countries",
                        SqlArrays.texts(offers.stream()
                                .map(each -> String.join(
                                        ",", each.countries().stream().sorted().toList()))
                                .toList()))
                .param(
                        "leadTimes",
                        SqlArrays.ints(
                                offers.stream().mapToInt(Offer::leadTimeDays).toArray()))
                .update();
    }

    /** The costs as they are stated now; the rows are written already. */
    void keepCosts(MerchantId merchant, List<Offer> offers, OfferCost.Source source, Map<OfferId, ListedIn> listed) {
        Instant now = clock.instant();
        costs.keep(
                merchant,
                offers.stream()
                        .map(offer -> new CostRows.New(offer.id(), offer.cost(), now, source, listed.get(offer.id())))
                        .toList());
    }

    /** The costs that hold for these offers at those times, by what is known now. */
    Map<CostRows.Moment, CostRows.Holding> holding(MerchantId merchant, Collection<CostRows.Moment> moments) {
        return costs.holding(merchant, moments);
    }

    /** Costs that hold from a time ahead on; the rows are written, and locked. */
    void planCosts(MerchantId merchant, List<CostRows.New> planned) {
        costs.keep(merchant, planned);
        costs.settle(merchant, Columns.of(planned, CostRows.New::offer));
    }

    /** A supplier's offers by its own item codes, with the costs that hold, locked in the order of their ids. */
    List<Offer> lockItems(MerchantId merchant, SupplierId supplier, Collection<String> supplierSkus) {
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and supplier_id = :supplier and supplier_sku = any(:skus::text[])
                order by merchant_id, offer_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("skus", SqlArrays.texts(supplierSkus))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        return costs.inForce(merchant, rows);
    }

    /** Those of these offers that exist, with the costs that hold, locked in the order of their ids. */
    List<Offer> lockByIds(MerchantId merchant, Collection<OfferId> offers) {
        List<CostRows.Read> rows = new ArrayList<>();
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by merchant_id, offer_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query(row -> {
                    rows.add(OfferRows.readWithNext(row));
                });
        return costs.inForce(merchant, rows);
    }

    /** Some offers whose next cost holds by now, as their rows still say, locked in the order of their ids. */
    List<Offer> lockDue(MerchantId merchant, int limit) {
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, ship_from, supplier_sku, unit_cost_micros, currency, price_breaks,
                       pack_size, minimum_quantity, countries, lead_time_days, next_cost_at
                from offer
                where merchant_id = :merchant and next_cost_at <= :now
                order by merchant_id, offer_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .param("limit", limit)
                .query((row, number) -> OfferRows.readWithNext(row).offer())
                .list();
    }
}
