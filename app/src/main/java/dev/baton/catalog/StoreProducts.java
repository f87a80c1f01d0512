package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table store_product, written set-wise. Every method needs an open transaction of the merchant. */
@Component
final class StoreProducts {

    private final JdbcClient jdbc;
    private final Ids ids;

    StoreProducts(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Writes those that are newer than what stands, in the given order, which must be that of their keys; answers
     * them with their rows' ids. Whatever else brings one of these products waits for the transaction's end.
     */
    Map<String, UUID> upsertNewer(MerchantId merchant, StoreId store, List<StoreProduct> inOrder, @Nullable UUID pull) {
        Map<String, UUID> applied = new HashMap<>();
        jdbc.sql("""
                insert into store_product (merchant_id, store_id, product_id, id, title, status, image_url, updated_at,
                                           observed_at, seen_pull, removed_at, deleted)
                select :merchant, :store, p.product, p.id, p.title, p.status, p.image, p.updated, p.observed,
                       :pull::uuid, null, false
                from unnest(:products::text[], :ids::uuid[], :titles::text[], :statuses::text[], :images::text[],
                            :updates::timestamptz[], :observations::timestamptz[])
                     as p (product, id, title, status, image, updated, observed)
                on conflict (merchant_id, store_id, product_id) do update
                set title = excluded.title, status = excluded.status, image_url = excluded.image_url,
                    updated_at = excluded.updated_at, observed_at = excluded.observed_at,
                    seen_pull = coalesce(excluded.seen_pull, store_product.seen_pull), removed_at = null
                where not store_product.deleted
                  and (store_product.updated_at < excluded.updated_at
                       or (store_product.updated_at = excluded.updated_at
                           and store_product.observed_at < excluded.observed_at)
                       or store_product.removed_at < excluded.observed_at)
                returning product_id, id
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("pull", pull)
                .param("products", SqlArrays.texts(Columns.of(inOrder, StoreProduct::productId)))
                .param("ids", SqlArrays.uuids(Columns.of(inOrder, each -> ids.next())))
                .param("titles", SqlArrays.texts(Columns.of(inOrder, StoreProduct::title)))
                .param(
                        "statuses",
                        SqlArrays.texts(
                                Columns.of(inOrder, each -> each.status().name())))
                .param(
                        "images",
                        SqlArrays.texts(Columns.<StoreProduct, @Nullable String>of(inOrder, StoreProduct::imageUrl)))
                .param("updates", SqlArrays.instants(Columns.of(inOrder, StoreProduct::updatedAt)))
                .param("observations", SqlArrays.instants(Columns.of(inOrder, StoreProduct::observedAt)))
                .query(row -> {
                    applied.put(row.getString("product_id"), row.getObject("id", UUID.class));
                });
        return applied;
    }

    /** Notes that the pull listed them, for those whose version was known already; they are locked by the upsert. */
    void seen(MerchantId merchant, StoreId store, Collection<String> products, UUID pull) {
        if (products.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update store_product set seen_pull = :pull
                where merchant_id = :merchant and store_id = :store and product_id = any(:products::text[])
                  and not deleted
                """)
                .param("pull", pull)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("products", SqlArrays.texts(products))
                .update();
    }

    /** The store deleted it, for ever; answers its row's id, also when the product was never heard of. */
    UUID delete(MerchantId merchant, StoreId store, String product, Instant at) {
        return jdbc.sql("""
                insert into store_product (merchant_id, store_id, product_id, id, title, status, image_url, updated_at,
                                           observed_at, seen_pull, removed_at, deleted)
                values (:merchant, :store, :product, :id, '', 'OTHER', null, :at, :at, null, :at, true)
                on conflict (merchant_id, store_id, product_id) do update
                set removed_at = coalesce(store_product.removed_at, excluded.removed_at), deleted = true
                returning id
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("product", product)
                .param("id", ids.next())
                .param("at", SqlArrays.instant(at))
                .query(UUID.class)
                .single();
    }

    /** Products that the pull did not list and that nothing told of since it began, locked, in the order of their keys. */
    List<String> unseen(MerchantId merchant, StoreId store, UUID pull, Instant begun, int limit) {
        return jdbc.sql("""
                select product_id from store_product
                where merchant_id = :merchant and store_id = :store and removed_at is null
                  and seen_pull is distinct from :pull and observed_at < :begun
                order by merchant_id, store_id, product_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("pull", pull)
                .param("begun", SqlArrays.instant(begun))
                .param("limit", limit)
                .query((row, number) -> row.getString("product_id"))
                .list();
    }

    /** They are not listed any more; they may come back. */
    void remove(MerchantId merchant, StoreId store, Collection<String> products, Instant at) {
        jdbc.sql("""
                update store_product set removed_at = :at
                where merchant_id = :merchant and store_id = :store and product_id = any(:products::text[])
                  and removed_at is null
                """)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("products", SqlArrays.texts(products))
                .update();
    }
}
