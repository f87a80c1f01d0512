package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code inbox}. Every method needs an open transaction of the merchant. */
@Component
class InboxRows {

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a message before it is kept.
     *
     * @param intake the intake that has the same delivery key; null = it is new
     * @param revision of the store's connection; null = it has none
     */
    record Known(@Nullable UUID intake, @Nullable Long revision, boolean connected) {}

    /** In the given order. */
    List<Known> known(MerchantId merchant, List<Arrived> batch) {
        return jdbc.sql("""
                select d.n, i.inbox_id, c.revision, c.state
                from unnest(:numbers::int4[], :stores::uuid[], :topics::text[], :keys::text[])
                     as d (n, store_id, topic, delivery_key)
                left join inbox i on i.merchant_id = :merchant and i.store_id = d.store_id and i.topic = d.topic
                                 and i.delivery_key = d.delivery_key
                left join store_connection c on c.merchant_id = :merchant and c.store_id = d.store_id
                order by d.n
                """)
                .param("merchant", merchant.value())
                .param(
                        "numbers",
                        SqlArrays.ints(IntStream.range(0, batch.size()).toArray()))
                .param(
                        "stores",
                        SqlArrays.uuids(batch.stream()
                                .map(a -> a.delivery().store().value())
                                .toList()))
                .param(
                        "topics",
                        SqlArrays.texts(
                                batch.stream().map(a -> a.delivery().topic()).toList()))
                .param(
                        "keys",
                        SqlArrays.texts(
                                batch.stream().map(a -> a.delivery().key()).toList()))
                .query((row, number) -> new Known(
                        row.getObject("inbox_id", UUID.class),
                        row.getObject("revision", Long.class),
                        "CONNECTED".equals(row.getString("state"))))
                .list();
    }

    List<String> knownKeys(MerchantId merchant, StoreId store, String topic, Collection<String> keys) {
        return jdbc.sql("""
                select delivery_key from inbox
                where merchant_id = :merchant and store_id = :store and topic = :topic
                  and delivery_key = any(:keys::text[])
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("topic", topic)
                .param("keys", SqlArrays.texts(keys))
                .query((row, number) -> row.getString("delivery_key"))
                .list();
    }

    /** Answers how many were new. */
    int insert(MerchantId merchant, List<Arrived> batch, List<DocumentId> documents, Instant now) {
        List<@Nullable Instant> triggered = new ArrayList<>(batch.size());
        batch.forEach(arrived -> triggered.add(arrived.delivery().triggeredAt()));
        return jdbc.sql("""
                insert into inbox (merchant_id, inbox_id, store_id, transport, topic, delivery_key, document_id,
                                   triggered_at, received_at, state)
                select :merchant, d.id, d.store_id, d.transport, d.topic, d.delivery_key, d.document_id,
                       d.triggered_at, :now, 'RECEIVED'
                from unnest(:ids::uuid[], :stores::uuid[], :transports::text[], :topics::text[], :keys::text[],
                            :documents::uuid[], :triggered::timestamptz[])
                     as d (id, store_id, transport, topic, delivery_key, document_id, triggered_at)
                on conflict (merchant_id, store_id, topic, delivery_key) do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param(
                        "ids",
                        SqlArrays.uuids(batch.stream().map(Arrived::intake).toList()))
                .param(
                        "stores",
                        SqlArrays.uuids(batch.stream()
                                .map(a -> a.delivery().store().value())
                                .toList()))
                .param(
                        "transports",
                        SqlArrays.texts(batch.stream()
                                .map(a -> a.delivery().transport().name())
                                .toList()))
                .param(
                        "topics",
                        SqlArrays.texts(
                                batch.stream().map(a -> a.delivery().topic()).toList()))
                .param(
                        "keys",
                        SqlArrays.texts(
                                batch.stream().map(a -> a.delivery().key()).toList()))
                .param(
                        "documents",
                        SqlArrays.uuids(
                                documents.stream().map(DocumentId::value).toList()))
                .param("triggered", SqlArrays.instants(triggered))
                .update();
    }

    /** A kept message without its bytes. */
    record Kept(
            UUID id,
            StoreId store,
            Transport transport,
            String topic,
            DocumentId document,
            @Nullable Instant triggeredAt) {

        Intake with(byte[] bytes) {
            return new Intake(id, store, transport, topic, document, triggeredAt, bytes);
        }
    }

    List<Kept> read(MerchantId merchant, Collection<UUID> intakes) {
        return jdbc.sql("""
                select inbox_id, store_id, transport, topic, document_id, triggered_at from inbox
                where merchant_id = :merchant and inbox_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(intakes))
                .query((row, number) -> kept(row))
                .list();
    }

    /** The latest messages that were applied to the order, newest first; edits tell nothing and are left out. */
    List<Kept> lastApplied(MerchantId merchant, OrderKey order) {
        return jdbc.sql("""
                select inbox_id, store_id, transport, topic, document_id, triggered_at from inbox
                where merchant_id = :merchant and store_id = :store and store_order_id = :order and state = 'APPLIED'
                  and topic <> 'orders/edited'
                order by inbox_id desc
                limit 20
                """)
                .param("merchant", merchant.value())
                .param("store", order.store().value())
                .param("order", order.storeOrderId())
                .query((row, number) -> kept(row))
                .list();
    }

    /** The refunds that came alone and were applied to one of these orders of a store, oldest first. */
    List<Kept> refundsOf(MerchantId merchant, StoreId store, Collection<String> storeOrderIds) {
        return jdbc.sql("""
                select inbox_id, store_id, transport, topic, document_id, triggered_at from inbox
                where merchant_id = :merchant and store_id = :store and store_order_id = any(:orders::text[])
                  and state = 'APPLIED' and topic = 'refunds/create'
                order by inbox_id
                limit 1000
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("orders", SqlArrays.texts(storeOrderIds))
                .query((row, number) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("inbox_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                Transport.valueOf(row.getString("transport")),
                row.getString("topic"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                instant(row.getTimestamp("triggered_at")));
    }

    /** How a message ended; order and reason may be null. */
    record Settled(
            UUID intake,
            IntakeState state,
            @Nullable String storeOrderId,
            @Nullable SalesOrderId order,
            @Nullable String reason) {}

    /** Writes how messages ended. */
    void settle(MerchantId merchant, List<Settled> ends, Instant now) {
        if (ends.isEmpty()) {
            return;
        }
        List<@Nullable String> storeOrders = new ArrayList<>(ends.size());
        List<@Nullable UUID> orders = new ArrayList<>(ends.size());
        List<@Nullable String> reasons = new ArrayList<>(ends.size());
        for (Settled end : ends) {
            storeOrders.add(end.storeOrderId());
            orders.add(end.order() == null ? null : end.order().value());
            reasons.add(end.reason());
        }
        jdbc.sql("""
                update inbox i
                set state = e.state, store_order_id = e.store_order_id, order_id = e.order_id, reason = e.reason,
                    settled_at = :now
                from unnest(:ids::uuid[], :states::text[], :storeOrders::text[], :orders::uuid[], :reasons::text[])
                     as e (id, state, store_order_id, order_id, reason)
                where i.merchant_id = :merchant and i.inbox_id = e.id and i.state = 'RECEIVED'
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", SqlArrays.uuids(ends.stream().map(Settled::intake).toList()))
                .param(
                        "states",
                        SqlArrays.texts(
                                ends.stream().map(end -> end.state().name()).toList()))
                .param("storeOrders", SqlArrays.texts(storeOrders))
                .param("orders", SqlArrays.uuids(orders))
                .param("reasons", SqlArrays.texts(reasons))
                .update();
    }

    Optional<IntakeView> view(MerchantId merchant, UUID intake) {
        return jdbc.sql("""
                select inbox_id, store_id, topic, state, store_order_id, order_id, reason, document_id, received_at,
                       settled_at
                from inbox
                where merchant_id = :merchant and inbox_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", intake)
                .query((row, number) -> {
                    UUID order = row.getObject("order_id", UUID.class);
                    return new IntakeView(
                            row.getObject("inbox_id", UUID.class),
                            new StoreId(row.getObject("store_id", UUID.class)),
                            row.getString("topic"),
                            IntakeState.valueOf(row.getString("state")),
                            row.getString("store_order_id"),
                            order == null ? null : new SalesOrderId(order),
                            row.getString("reason"),
                            new DocumentId(row.getObject("document_id", UUID.class)),
                            row.getTimestamp("received_at").toInstant(),
                            instant(row.getTimestamp("settled_at")));
                })
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
