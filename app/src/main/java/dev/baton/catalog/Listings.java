package dev.baton.catalog;

import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.platform.SqlArrays;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table listing, written set-wise by whoever holds the rows of its products. */
@Component
final class Listings {

    private final JdbcClient jdbc;
    private final Ids ids;

    Listings(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A variant with the product it belongs to. */
    private record Row(StoreProduct product, Variant variant) {

        /** As a person knows it: the variant's own title where the product has several. */
        String title() {
            String own = variant.title();
            return own == null ? product.title() : product.title() + " – " + own;
        }
    }

    /** Brings the variants of these products to what is stated: writes what differs, removes what is not there. */
    void bring(MerchantId merchant, Store store, List<StoreProduct> products, Instant now) {
        if (products.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        products.forEach(product -> product.variants().forEach(variant -> rows.add(new Row(product, variant))));
        rows.sort(Comparator.comparing(row -> row.variant().variantId()));
        upsert(merchant, store, rows);
        jdbc.sql("""
                update listing set removed_at = :now
                where merchant_id = :merchant and store_id = :store and product_id = any(:products::text[])
                  and removed_at is null and not (variant_id = any(:variants::text[]))
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("store", store.id().value())
                .param("products", SqlArrays.texts(Columns.of(products, StoreProduct::productId)))
                .param(
                        "variants",
                        SqlArrays.texts(Columns.of(rows, row -> row.variant().variantId())))
                .update();
    }

    private void upsert(MerchantId merchant, Store store, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        bind(rows, jdbc.sql("""
                insert into listing (merchant_id, listing_id, store_id, product_id, variant_id, title, options, sku,
                                     sku_key, barcode, gtin, price_minor, currency, inventory_item_id, tracked,
                                     sells_without_stock, requires_shipping, weight_grams, removed_at)
                select :merchant, l.id, :store, l.product, l.variant, l.title, l.options, l.sku, l.sku_key, l.barcode,
                       l.gtin, l.price, :currency, l.item, l.tracked::boolean, l.without::boolean, l.shipping,
                       l.weight, null
                from unnest(:ids::uuid[], :products::text[], :variants::text[], :titles::text[], :options::text[],
                            :skus::text[], :keys::text[], :barcodes::text[], :gtins::text[], :prices::bigint[],
                            :items::text[], :tracked::text[], :without::text[], :shipping::bool[],
                            :weights::int[])
                     as l (id, product, variant, title, options, sku, sku_key, barcode, gtin, price, item, tracked,
                           without, shipping, weight)
                on conflict (merchant_id, store_id, variant_id) do update
                set product_id = excluded.product_id, title = excluded.title, options = excluded.options,
                    sku = excluded.sku, sku_key = excluded.sku_key, barcode = excluded.barcode, gtin = excluded.gtin,
                    price_minor = excluded.price_minor, currency = excluded.currency,
                    inventory_item_id = coalesce(excluded.inventory_item_id, listing.inventory_item_id),
                    tracked = coalesce(excluded.tracked, listing.tracked),
                    sells_without_stock = coalesce(excluded.sells_without_stock, listing.sells_without_stock),
                    requires_shipping = excluded.requires_shipping, weight_grams = excluded.weight_grams,
                    removed_at = null
                where (listing.product_id, listing.title, listing.options, listing.sku, listing.barcode,
                       listing.price_minor, listing.currency, listing.requires_shipping, listing.weight_grams)
                      is distinct from (excluded.product_id, excluded.title, excluded.options, excluded.sku,
                       excluded.barcode, excluded.price_minor, excluded.currency, excluded.requires_shipping,
                       excluded.weight_grams)
                   or listing.removed_at is not null
                   or listing.inventory_item_id is distinct from
                      coalesce(excluded.inventory_item_id, listing.inventory_item_id)
                   or listing.tracked is distinct from coalesce(excluded.tracked, listing.tracked)
                   or listing.sells_without_stock is distinct from
                      coalesce(excluded.sells_without_stock, listing.sells_without_stock)
                """))
                .param("merchant", merchant.value())
                .param("store", store.id().value())
                .param("currency", store.currency())
                .param("prices", SqlArrays.longs(Columns.of(rows, row -> minor(row.variant(), store.currency()))))
                .update();
    }

    /** What the store writes with more digits than its currency has is rounded half-even. */
    private static long minor(Variant variant, String currency) {
        return variant.price()
                .setScale(Money.digits(currency), RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private StatementSpec bind(List<Row> rows, StatementSpec statement) {
        return statement
                .param("ids", SqlArrays.uuids(Columns.of(rows, row -> ids.next())))
                .param(
                        "products",
                        SqlArrays.texts(Columns.of(rows, row -> row.product().productId())))
                .param(
                        "variants",
                        SqlArrays.texts(Columns.of(rows, row -> row.variant().variantId())))
                .param("titles", SqlArrays.texts(Columns.of(rows, Row::title)))
                .param("options", texts(rows, Variant::options))
                .param("skus", texts(rows, Variant::sku))
                .param("keys", texts(rows, variant -> CodeKey.of(variant.sku())))
                .param("barcodes", texts(rows, Variant::barcode))
                .param("gtins", texts(rows, variant -> Gtin.of(variant.barcode())))
                .param("items", texts(rows, Variant::inventoryItemId))
                .param("tracked", texts(rows, variant -> word(variant.tracked())))
                .param("without", texts(rows, variant -> word(variant.sellsWithoutStock())))
                .param(
                        "shipping",
                        SqlArrays.bools(Columns.flags(rows, row -> row.variant().requiresShipping())))
                .param(
                        "weights",
                        SqlArrays.ints(Columns.of(rows, row -> row.variant().weightGrams())));
    }

    private static @Nullable String word(@Nullable Boolean flag) {
        return flag == null ? null : flag.toString();
    }

    private static org.springframework.jdbc.core.SqlTypeValue texts(
            List<Row> rows, java.util.function.Function<Variant, @Nullable String> value) {
        return SqlArrays.texts(Columns.<Row, @Nullable String>of(rows, row -> value.apply(row.variant())));
    }

    /** Nothing of these products is sold any more. */
    void remove(MerchantId merchant, StoreId store, Collection<String> products, Instant now) {
        jdbc.sql("""
                update listing set removed_at = :now
                where merchant_id = :merchant and store_id = :store and product_id = any(:products::text[])
                  and removed_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("products", SqlArrays.texts(products))
                .update();
    }
}
