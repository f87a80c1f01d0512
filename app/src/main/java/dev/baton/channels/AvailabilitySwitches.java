package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which stores' stock is kept. Every change of stock asks it, so the answer is remembered for some seconds: a store
 * that was just switched on is planned as a whole once every node knows.
 */
@Component
class AvailabilitySwitches {

    /** For so long another node may not know what was switched here. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int MOST_REMEMBERED = 20_000;

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Map<MerchantId, Remembered> remembered = new ConcurrentHashMap<>();

    AvailabilitySwitches(JdbcClient jdbc, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
    }

    private record Remembered(Set<StoreId> stores, long atNanos) {}

    /**
     * One store's.
     *
     * @param locationId digits of the location whose figures are kept
     * @param since when it was switched on or given the location
     * @param planAfter the last variant of a plan of the whole store that is under way; null = none is
     */
    record Switch(
            StoreId store,
            boolean enabled,
            String locationId,
            Instant since,
            @Nullable String planAfter) {}

    /** The stores whose stock is kept, as this node last saw it; joins a transaction or opens one, rarely. */
    Set<StoreId> kept(MerchantId merchant) {
        Remembered known = remembered.get(merchant);
        if (known != null && System.nanoTime() - known.atNanos() < REMEMBERED.toNanos()) {
            return known.stores();
        }
        Set<StoreId> stores = tenancy.inTransaction(
                merchant, () -> enabled(merchant).stream().map(Switch::store).collect(Collectors.toUnmodifiableSet()));
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(merchant, new Remembered(stores, System.nanoTime()));
        return stores;
    }

    /** All that are switched on; needs an open transaction. */
    List<Switch> enabled(MerchantId merchant) {
        return jdbc.sql("""
                select store_id, enabled, location_id, since, plan_after from availability_switch
                where merchant_id = :merchant and enabled
                order by store_id limit 1000
                """)
                .param("merchant", merchant.value())
                .query(AvailabilitySwitches::read)
                .list();
    }

    /** One store's; empty when it was never switched on. Needs an open transaction. */
    Optional<Switch> find(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select store_id, enabled, location_id, since, plan_after from availability_switch
                where merchant_id = :merchant and store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query(AvailabilitySwitches::read)
                .optional();
    }

    private static Switch read(ResultSet row, int number) throws SQLException {
        return new Switch(
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getBoolean("enabled"),
                row.getString("location_id"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("plan_after"));
    }

    /** Writes it, with a plan of the whole store to come when it is on; needs an open transaction. */
    void set(MerchantId merchant, StoreId store, boolean enabled, String locationId, Instant since) {
        jdbc.sql("""
                insert into availability_switch (merchant_id, store_id, enabled, location_id, since, plan_after)
                values (:merchant, :store, :enabled, :location, :since, case when :enabled then '' end)
                on conflict (merchant_id, store_id) do update
                set enabled = excluded.enabled, location_id = excluded.location_id, since = excluded.since,
                    plan_after = excluded.plan_after
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("enabled", enabled)
                .param("location", locationId)
                .param("since", SqlArrays.instant(since))
                .update();
        tenancy.afterCommit(() -> remembered.remove(merchant));
    }

    /** How far the plan of the whole store is; null = it is over. Needs an open transaction. */
    void planned(MerchantId merchant, StoreId store, @Nullable String after) {
        jdbc.sql("""
                update availability_switch set plan_after = :after
                where merchant_id = :merchant and store_id = :store and enabled
                """)
                .param("after", after)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .update();
    }
}
