package dev.baton.channels;

import dev.baton.channels.StoreFulfilment.State;
import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code store_fulfilment}. Every method needs an open transaction of the merchant. */
@Component
public class StoreFulfilments {

    /** The kind of work that tells a store of a shipment; its subject is the row. */
    public static final String WORK = "channels.fulfil";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoreFulfilments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Plans to tell the stores; answers the new rows: a shipment that is known, or of a store without a connection, is none. */
    List<UUID> plan(MerchantId merchant, List<StoreFulfilment> planned) {
        return jdbc.sql("""
                insert into store_fulfilment (merchant_id, store_fulfilment_id, shipment_id, store_id, order_id,
                                              store_order_id, state, shipped, pushed, planned_at, store_tells)
                select :merchant, f.id, f.shipment, f.store_id, f.order_id, f.store_order_id, 'PLANNED',
                       f.shipped::jsonb, :none::jsonb, :now, f.store_id = any(:telling::uuid[])
                from unnest(:ids::uuid[], :shipments::uuid[], :stores::uuid[], :orders::uuid[],
                            :storeOrders::text[], :shipped::text[])
                     as f (id, shipment, store_id, order_id, store_order_id, shipped)
                join store_connection c on c.merchant_id = :merchant and c.store_id = f.store_id
                on conflict (merchant_id, shipment_id) do nothing
                returning store_fulfilment_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "telling",
                        SqlArrays.uuids(planned.stream()
                                .filter(f -> Boolean.TRUE.equals(f.storeTells()))
                                .map(f -> f.store().value())
                                .distinct()
                                .toList()))
                .param("none", FulfilmentJson.pushed(List.of()))
                .param("now", SqlArrays.instant(clock.instant()))
                .param(
                        "ids",
                        SqlArrays.uuids(
                                planned.stream().map(StoreFulfilment::id).toList()))
                .param(
                        "shipments",
                        SqlArrays.uuids(
                                planned.stream().map(StoreFulfilment::shipment).toList()))
                .param(
                        "stores",
                        SqlArrays.uuids(
                                planned.stream().map(f -> f.store().value()).toList()))
                .param(
                        "orders",
                        SqlArrays.uuids(
                                planned.stream().map(f -> f.order().value()).toList()))
                .param(
                        "storeOrders",
                        SqlArrays.texts(planned.stream()
                                .map(StoreFulfilment::storeOrderId)
                                .toList()))
                .param(
                        "shipped",
                        SqlArrays.texts(planned.stream()
                                .map(f -> FulfilmentJson.shipped(f.parcels()))
                                .toList()))
                .query((row, number) -> row.getObject("store_fulfilment_id", UUID.class))
                .list();
    }

    /** The rows of the given ids. */
    public List<StoreFulfilment> find(MerchantId merchant, Collection<UUID> ids) {
        return jdbc.sql("""
                select store_fulfilment_id, shipment_id, store_id, order_id, store_order_id, state, shipped, pushed,
                       reason, store_tells
                from store_fulfilment
                where merchant_id = :merchant and store_fulfilment_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query((row, number) -> row(row))
                .list();
    }

    /** All rows of orders of a store, oldest first. */
    public List<StoreFulfilment> ofOrders(MerchantId merchant, StoreId store, Collection<String> storeOrderIds) {
        return jdbc.sql("""
                select store_fulfilment_id, shipment_id, store_id, order_id, store_order_id, state, shipped, pushed,
                       reason, store_tells
                from store_fulfilment
                where merchant_id = :merchant and store_id = :store and store_order_id = any(:orders::text[])
                order by store_fulfilment_id
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("orders", SqlArrays.texts(storeOrderIds))
                .query((row, number) -> row(row))
                .list();
    }

    private static StoreFulfilment row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new StoreFulfilment(
                row.getObject("store_fulfilment_id", UUID.class),
                row.getObject("shipment_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                new SalesOrderId(row.getObject("order_id", UUID.class)),
                row.getString("store_order_id"),
                State.valueOf(row.getString("state")),
                FulfilmentJson.parcels(row.getString("shipped")),
                FulfilmentJson.fulfilments(row.getString("pushed")),
                row.getString("reason"),
                row.getObject("store_tells", Boolean.class));
    }

    /** Notes that the store is about to be told: from here on it is asked before it is told again. */
    public void asked(MerchantId merchant, UUID id) {
        jdbc.sql("""
                update store_fulfilment set state = 'ASKED'
                where merchant_id = :merchant and store_fulfilment_id = :id
                  and state in ('PLANNED', 'ASKED', 'WAITS_FOR_BUNDLE')
                """).param("merchant", merchant.value()).param("id", id).update();
    }

    /** Notes what the store shows so far, with the row still open. */
    public void pushed(MerchantId merchant, UUID id, List<SeenFulfilment> pushed) {
        jdbc.sql("""
                update store_fulfilment set pushed = :pushed::jsonb
                where merchant_id = :merchant and store_fulfilment_id = :id
                """)
                .param("pushed", FulfilmentJson.pushed(pushed))
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** Plans anew what the store was not told of in watch mode, at most so many; answers the rows' ids. */
    List<UUID> reopen(MerchantId merchant, StoreId store, int most) {
        return jdbc.sql("""
                update store_fulfilment f set state = 'PLANNED', reason = null, settled_at = null, refusals = 0
                from (select merchant_id, store_fulfilment_id from store_fulfilment
                      where merchant_id = :merchant and store_id = :store and state = 'NOT_LIVE'
                      order by merchant_id, store_fulfilment_id
                      limit :most
                      for no key update) n
                where f.merchant_id = :merchant and n.merchant_id = f.merchant_id
                  and f.store_fulfilment_id = n.store_fulfilment_id
                returning f.store_fulfilment_id
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("most", most)
                .query((row, number) -> row.getObject("store_fulfilment_id", UUID.class))
                .list();
    }

    /** Counts that the store did not take it; answers how often that was. */
    public int notTaken(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                update store_fulfilment set refusals = refusals + 1
                where merchant_id = :merchant and store_fulfilment_id = :id
                returning refusals
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Settles a row; false when it was settled already. A waiting part of a bundle may still become PUSHED. */
    public boolean settle(
            MerchantId merchant, UUID id, State state, List<SeenFulfilment> pushed, @Nullable String reason) {
        return jdbc.sql("""
                update store_fulfilment
                set state = :state, pushed = :pushed::jsonb, reason = :reason, settled_at = :now
                where merchant_id = :merchant and store_fulfilment_id = :id
                  and state in ('PLANNED', 'ASKED', 'WAITS_FOR_BUNDLE')
                """)
                        .param("state", state.name())
                        .param("pushed", FulfilmentJson.pushed(pushed))
                        .param("reason", reason)
                        .param("now", SqlArrays.instant(clock.instant()))
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
