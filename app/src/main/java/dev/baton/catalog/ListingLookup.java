package dev.baton.catalog;

import dev.baton.catalog.Listing.State;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stores list, beside the catalogue. Every call needs an open transaction of the merchant. */
@Component
public final class ListingLookup {

    private final JdbcClient jdbc;

    ListingLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many variants that are sold stand in each state; every state has an entry. Null store = of all. */
    public Map<State, Long> counts(MerchantId merchant, @Nullable StoreId store) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("""
                select case when l.sku is null then 'WITHOUT_SKU'
                            when exists (select 1 from sku_mapping m
                                         where m.merchant_id = l.merchant_id and m.store_id = l.store_id
                                           and m.store_sku = l.sku) then 'MAPPED'
                            when exists (select 1 from sku s
                                         where s.merchant_id = l.merchant_id and s.code = l.sku) then 'SAME_CODE'
                            else 'UNMATCHED' end as state,
                       count(*) as listings
                from listing l
                where l.merchant_id = :merchant and (:store::uuid is null or l.store_id = :store::uuid)
                  and l.removed_at is null
                group by 1
                """)
                .param("merchant", merchant.value())
                .param("store", store == null ? null : store.value())
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getLong("listings"));
                });
        return counts;
    }

    /** Variants that are sold, after the given one (null = from the first); null store or state = all. */
    public List<Listing> list(
            MerchantId merchant, @Nullable StoreId store, @Nullable State state, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from (
                    select l.listing_id, l.store_id, l.product_id, l.variant_id, l.title, l.options, l.sku, l.barcode,
                           l.gtin, l.price_minor, l.currency, p.status, p.image_url, l.inventory_item_id, l.tracked,
                           l.sells_without_stock, l.requires_shipping, l.weight_grams,
                           case when l.sku is null then 'WITHOUT_SKU'
                                when exists (select 1 from sku_mapping m
                                             where m.merchant_id = l.merchant_id and m.store_id = l.store_id
                                               and m.store_sku = l.sku) then 'MAPPED'
                                when exists (select 1 from sku s
                                             where s.merchant_id = l.merchant_id and s.code = l.sku) then 'SAME_CODE'
                                else 'UNMATCHED' end as state
                    from listing l
                    join store_product p on p.merchant_id = l.merchant_id and p.store_id = l.store_id
                      and p.product_id = l.product_id
                    where l.merchant_id = :merchant and (:store::uuid is null or l.store_id = :store::uuid)
                      and l.removed_at is null and l.listing_id > :after
                ) as listed
                where :state::text is null or state = :state::text
                order by listing_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("store", store == null ? null : store.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(ListingLookup::listing)
                .list();
    }

    /** Those of these that are sold, in the order of their ids. */
    public List<Listing> of(MerchantId merchant, Collection<UUID> listings) {
        return jdbc.sql("""
                select l.listing_id, l.store_id, l.product_id, l.variant_id, l.title, l.options, l.sku, l.barcode,
                       l.gtin, l.price_minor, l.currency, p.status, p.image_url, l.inventory_item_id, l.tracked,
                       l.sells_without_stock, l.requires_shipping, l.weight_grams,
                       case when l.sku is null then 'WITHOUT_SKU'
                            when exists (select 1 from sku_mapping m
                                         where m.merchant_id = l.merchant_id and m.store_id = l.store_id
                                           and m.store_sku = l.sku) then 'MAPPED'
                            when exists (select 1 from sku s
                                         where s.merchant_id = l.merchant_id and s.code = l.sku) then 'SAME_CODE'
                            else 'UNMATCHED' end as state
                from listing l
                join store_product p on p.merchant_id = l.merchant_id and p.store_id = l.store_id
                  and p.product_id = l.product_id
                where l.merchant_id = :merchant and l.listing_id = any(:listings::uuid[]) and l.removed_at is null
                order by l.listing_id
                """)
                .param("merchant", merchant.value())
                .param("listings", SqlArrays.uuids(listings))
                .query(ListingLookup::listing)
                .list();
    }

    /** What the store sells under that SKU; the oldest where it gave it to several. */
    public Optional<Listing> ofSku(MerchantId merchant, StoreId store, String sku) {
        List<UUID> found = jdbc.sql("""
                select listing_id from listing
                where merchant_id = :merchant and store_id = :store and sku = :sku and removed_at is null
                order by listing_id
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("sku", sku)
                .query((row, number) -> row.getObject("listing_id", UUID.class))
                .list();
        return of(merchant, found).stream().findFirst();
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        return new Listing(
                row.getObject("listing_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("product_id"),
                row.getString("variant_id"),
                row.getString("title"),
                row.getString("options"),
                row.getString("sku"),
                row.getString("barcode"),
                row.getString("gtin"),
                row.getLong("price_minor"),
                row.getString("currency"),
                ListingStatus.valueOf(row.getString("status")),
                row.getString("image_url"),
                row.getString("inventory_item_id"),
                row.getObject("tracked", Boolean.class),
                row.getObject("sells_without_stock", Boolean.class),
                row.getBoolean("requires_shipping"),
                row.getInt("weight_grams"),
                State.valueOf(row.getString("state")));
    }
}
