package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of looks at stores; every method needs an open transaction of the merchant. */
@Component
class StoreChecks {

    private final JdbcClient jdbc;

    StoreChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(MerchantId merchant, StoreId store, StoreCheck check) {
        jdbc.sql("""
                insert into store_check (merchant_id, store_id, state, lacking, told_of, healed, reason, checked_at)
                values (:merchant, :store, :state, :lacking::text[], :told, :healed, :reason, :at)
                on conflict (merchant_id, store_id) do update
                set state = excluded.state, lacking = excluded.lacking, told_of = excluded.told_of,
                    healed = excluded.healed, reason = excluded.reason, checked_at = excluded.checked_at
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("state", check.state().name())
                .param("lacking", SqlArrays.texts(check.lacking()))
                .param("told", check.toldOf())
                .param("healed", check.healed())
                .param("reason", check.reason(), Types.VARCHAR)
                .param("at", SqlArrays.instant(check.checkedAt()))
                .update();
    }

    Optional<StoreCheck> find(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select state, lacking, told_of, healed, reason, checked_at from store_check
                where merchant_id = :merchant and store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("checked_at", OffsetDateTime.class);
                    return new StoreCheck(
                            StoreCheck.State.valueOf(row.getString("state")),
                            List.of((String[]) row.getArray("lacking").getArray()),
                            row.getInt("told_of"),
                            row.getInt("healed"),
                            row.getString("reason"),
                            at == null ? null : at.toInstant());
                })
                .optional();
    }
}
