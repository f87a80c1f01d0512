package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of test orders; every method needs an open transaction of the merchant. */
@Component
class TestOrderRows {

    private final JdbcClient jdbc;

    TestOrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, UUID id, SupplierId supplier, Instant now) {
        jdbc.sql("""
                insert into test_order (merchant_id, test_id, supplier_id, state, asked_at)
                values (:merchant, :id, :supplier, 'WAITING', :now)
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("supplier", supplier.value())
                .param("now", SqlArrays.instant(now))
                .update();
    }

    /** Whose it is; empty when it does not wait any more. */
    Optional<SupplierId> waiting(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select supplier_id from test_order
                where merchant_id = :merchant and test_id = :id and state = 'WAITING'
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> new SupplierId(row.getObject("supplier_id", UUID.class)))
                .optional();
    }

    Optional<TestOrder> last(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select test_id, state, asked_at, ended_at, note from test_order
                where merchant_id = :merchant and supplier_id = :supplier
                order by test_id desc limit 1
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new TestOrder(
                            row.getObject("test_id", UUID.class),
                            TestOrder.State.valueOf(row.getString("state")),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("note"));
                })
                .optional();
    }

    void end(MerchantId merchant, UUID id, TestOrder.State state, @Nullable String note, Instant now) {
        jdbc.sql("""
                update test_order set state = :state, note = :note, ended_at = :now
                where merchant_id = :merchant and test_id = :id
                """)
                .param("state", state.name())
                .param("note", note, Types.VARCHAR)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }
}
