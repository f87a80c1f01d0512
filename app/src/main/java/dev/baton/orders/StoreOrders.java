package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.SubjectId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of store orders: locked before anything else by whatever brings a version, inserted first and never
 * checked then inserted.
 */
@Component
class StoreOrders {

    private final JdbcClient jdbc;

    StoreOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key of an order: transport is no part of it. */
    record Key(StoreId store, String storeOrderId) {

        static Key of(StoreOrder order) {
            return new Key(order.store(), order.storeOrderId());
        }
    }

    /** What stands applied; {@code order} is null while nothing was placed. */
    record Standing(@Nullable SalesOrderId order, @Nullable OrderVersion version, byte @Nullable [] contentHash) {

        boolean sameContent(byte[] hash) {
            return contentHash != null && Arrays.equals(contentHash, hash);
        }
    }

    /** Inserts the keys that are new and locks all of them, in key order. */
    Map<Key, Standing> lock(MerchantId merchant, Collection<Key> keys) {
        List<Key> inOrder = keys.stream()
                .distinct()
                .sorted(Comparator.comparing((Key key) -> key.store().value()).thenComparing(Key::storeOrderId))
                .toList();
        jdbc.sql("""
                insert into store_order (merchant_id, store_id, store_order_id)
                select :merchant, k.store, k.id from unnest(:stores::uuid[], :ids::text[]) as k (store, id)
                on conflict (merchant_id, store_id, store_order_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(Columns.of(inOrder, k -> k.store().value())))
                .param("ids", SqlArrays.texts(Columns.of(inOrder, Key::storeOrderId)))
                .update();
        Map<Key, Standing> standing = new HashMap<>();
        jdbc.sql("""
                select o.store_id, o.store_order_id, o.sales_order_id, o.updated_at, o.triggered_at, o.content_hash
                from store_order o
                join unnest(:stores::uuid[], :ids::text[]) as k (store, id)
                  on o.store_id = k.store and o.store_order_id = k.id
                where o.merchant_id = :merchant
                order by o.merchant_id, o.store_id, o.store_order_id
                for no key update of o
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(Columns.of(inOrder, k -> k.store().value())))
                .param("ids", SqlArrays.texts(Columns.of(inOrder, Key::storeOrderId)))
                .query(row -> {
                    UUID order = row.getObject("sales_order_id", UUID.class);
                    java.sql.Timestamp updated = row.getTimestamp("updated_at");
                    java.sql.Timestamp triggered = row.getTimestamp("triggered_at");
                    standing.put(
                            new Key(
                                    new StoreId(row.getObject("store_id", UUID.class)),
                                    row.getString("store_order_id")),
                            new Standing(
                                    order == null ? null : new SalesOrderId(order),
                                    updated == null
                                            ? null
                                            : new OrderVersion(
                                                    updated.toInstant(),
                                                    triggered == null ? null : triggered.toInstant()),
                                    row.getBytes("content_hash")));
                });
        return standing;
    }

    /** Whose orders these are. */
    Map<SalesOrderId, SubjectId> people(MerchantId merchant, Collection<SalesOrderId> orders) {
        Map<SalesOrderId, SubjectId> people = new HashMap<>();
        if (orders.isEmpty()) {
            return people;
        }
        jdbc.sql("""
                select sales_order_id, subject_id from sales_order
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(orders.stream()
                                .map(SalesOrderId::value)
                                .distinct()
                                .toList()))
                .query(row -> {
                    people.put(
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                            new SubjectId(row.getObject("subject_id", UUID.class)));
                });
        return people;
    }

    /** A version that now stands. */
    record Applied(Key key, SalesOrderId order, OrderVersion version, byte[] contentHash, DocumentId document) {}

    /** Notes the versions that now stand. */
    void applied(MerchantId merchant, List<Applied> versions) {
        if (versions.isEmpty()) {
            return;
        }
        int updated = jdbc.sql("""
                update store_order o set sales_order_id = v.sales_order, updated_at = v.updated,
                    triggered_at = v.triggered, content_hash = v.hash, document_id = v.document
                from unnest(:stores::uuid[], :ids::text[], :orders::uuid[], :updated::timestamptz[],
                            :triggered::timestamptz[], :hashes::bytea[], :documents::uuid[])
                     as v (store, id, sales_order, updated, triggered, hash, document)
                where o.merchant_id = :merchant and o.store_id = v.store and o.store_order_id = v.id
                """)
                .param(
                        "stores",
                        SqlArrays.uuids(
                                Columns.of(versions, v -> v.key().store().value())))
                .param("ids", SqlArrays.texts(Columns.of(versions, v -> v.key().storeOrderId())))
                .param(
                        "orders",
                        SqlArrays.uuids(Columns.of(versions, v -> v.order().value())))
                .param(
                        "updated",
                        SqlArrays.instants(Columns.of(versions, v -> v.version().updatedAt())))
                .param(
                        "triggered",
                        SqlArrays.instants(
                                Columns.nullable(versions, v -> v.version().triggeredAt())))
                .param("hashes", SqlArrays.blobs(Columns.of(versions, Applied::contentHash)))
                .param(
                        "documents",
                        SqlArrays.uuids(Columns.of(versions, v -> v.document().value())))
                .param("merchant", merchant.value())
                .update();
        OrderWrites.mustMatch(updated, versions.size(), "store_order");
    }
}
