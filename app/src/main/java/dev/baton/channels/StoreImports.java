package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of imports; every method needs an open transaction of the merchant. */
@Component
class StoreImports {

    private static final int MOST_STORES = 1_000;

    private final JdbcClient jdbc;

    StoreImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins it, or goes on with one that failed; the day of the cut-over never changes. False when nothing is to do. */
    boolean begin(MerchantId merchant, StoreId store, Instant cutOver, Instant now) {
        return jdbc.sql("""
                insert into store_import (merchant_id, store_id, cut_over_at, state, taken, begun_at)
                values (:merchant, :store, :cutOver, 'PLANNED', 0, :now)
                on conflict (merchant_id, store_id) do update
                set state = 'PLANNED', reason = null, ended_at = null
                where store_import.state = 'FAILED'
                """)
                        .param("merchant", merchant.value())
                        .param("store", store.value())
                        .param("cutOver", SqlArrays.instant(cutOver))
                        .param("now", SqlArrays.instant(now))
                        .update()
                == 1;
    }

    Optional<StoreImport> find(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select cut_over_at, state, page_after, taken, begun_at, ended_at, reason from store_import
                where merchant_id = :merchant and store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new StoreImport(
                            row.getObject("cut_over_at", OffsetDateTime.class).toInstant(),
                            StoreImport.State.valueOf(row.getString("state")),
                            row.getString("page_after"),
                            row.getLong("taken"),
                            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("reason"));
                })
                .optional();
    }

    /** From when on each store's orders are sent; a store without a cut-over is absent. */
    Map<StoreId, Instant> cutOvers(MerchantId merchant) {
        Map<StoreId, Instant> cutOvers = new HashMap<>();
        jdbc.sql("select store_id, cut_over_at from store_import where merchant_id = :merchant limit :most")
                .param("merchant", merchant.value())
                .param("most", MOST_STORES)
                .query(row -> {
                    cutOvers.put(
                            new StoreId(row.getObject("store_id", UUID.class)),
                            row.getObject("cut_over_at", OffsetDateTime.class).toInstant());
                });
        return cutOvers;
    }

    void goOn(MerchantId merchant, StoreId store, String after, int taken) {
        jdbc.sql("""
                update store_import set page_after = :after, taken = taken + :taken
                where merchant_id = :merchant and store_id = :store
                """)
                .param("after", after)
                .param("taken", taken)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .update();
    }

    void end(MerchantId merchant, StoreId store, StoreImport.State state, int taken, @Nullable String why, Instant at) {
        jdbc.sql("""
                update store_import set state = :state, taken = taken + :taken, reason = :reason, ended_at = :at
                where merchant_id = :merchant and store_id = :store
                """)
                .param("state", state.name())
                .param("taken", taken)
                .param("reason", why, Types.VARCHAR)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("store", store.value())
                .update();
    }
}
