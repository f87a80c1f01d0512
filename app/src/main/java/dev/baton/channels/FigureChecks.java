package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables availability_check and availability_drift. Every method needs an open transaction of the merchant. */
@Component
class FigureChecks {

    private final JdbcClient jdbc;
    private final Ids ids;

    FigureChecks(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What was wrong with a figure. */
    enum Drift {
        /** The store showed less than it was told, less the orders that were known. */
        LOWER,
        /** The store showed more. */
        HIGHER,
        /** No order explained within a day what the store lacked; it is told the full figure again. */
        UNEXPLAINED
    }

    /** A comparison; {@code after} is the last variant that was compared. */
    record Check(
            UUID id,
            StoreId store,
            Instant begunAt,
            @Nullable Instant endedAt,
            String after,
            int checked,
            int drifted,
            @Nullable String reason) {}

    /** A figure that was wrong. */
    record Found(String variantId, Drift kind, int expected, int found) {}

    /** Begins one; empty when one of the store is open. */
    Optional<UUID> begin(MerchantId merchant, StoreId store, Instant now) {
        UUID check = ids.next();
        int begun = jdbc.sql("""
                insert into availability_check (merchant_id, check_id, store_id, begun_at, after, checked, drifted)
                values (:merchant, :check, :store, :now, '', 0, 0)
                on conflict (merchant_id, store_id) where ended_at is null do nothing
                """)
                .param("merchant", merchant.value())
                .param("check", check)
                .param("store", store.value())
                .param("now", SqlArrays.instant(now))
                .update();
        return begun == 1 ? Optional.of(check) : Optional.empty();
    }

    Optional<Check> find(MerchantId merchant, UUID check) {
        return jdbc.sql("""
                select check_id, store_id, begun_at, ended_at, after, checked, drifted, reason from availability_check
                where merchant_id = :merchant and check_id = :check
                """)
                .param("merchant", merchant.value())
                .param("check", check)
                .query(FigureChecks::read)
                .optional();
    }

    Optional<Check> latest(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select check_id, store_id, begun_at, ended_at, after, checked, drifted, reason from availability_check
                where merchant_id = :merchant and store_id = :store
                order by check_id desc limit 1
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query(FigureChecks::read)
                .optional();
    }

    private static Check read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Check(
                row.getObject("check_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("after"),
                row.getInt("checked"),
                row.getInt("drifted"),
                row.getString("reason"));
    }

    /** A page was compared; false when another worker compared it before. */
    boolean compared(MerchantId merchant, Check check, String last, int checked, List<Found> drifts) {
        int moved = jdbc.sql("""
                update availability_check
                set after = :last, checked = checked + :checked, drifted = drifted + :drifted
                where merchant_id = :merchant and check_id = :check and after = :after and ended_at is null
                """)
                .param("last", last)
                .param("checked", checked)
                .param("drifted", drifts.size())
                .param("merchant", merchant.value())
                .param("check", check.id())
                .param("after", check.after())
                .update();
        if (moved == 1 && !drifts.isEmpty()) {
            insert(merchant, check, drifts);
        }
        return moved == 1;
    }

    private void insert(MerchantId merchant, Check check, List<Found> drifts) {
        jdbc.sql("""
                insert into availability_drift (merchant_id, check_id, drift_id, store_id, variant_id, kind, expected,
                                                found)
                select :merchant, :check, d.id, :store, d.variant, d.kind, d.expected, d.found
                from unnest(:ids::uuid[], :variants::text[], :kinds::text[], :expected::int[], :found::int[])
                     as d (id, variant, kind, expected, found)
                """)
                .param("merchant", merchant.value())
                .param("check", check.id())
                .param("store", check.store().value())
                .param(
                        "ids",
                        SqlArrays.uuids(drifts.stream().map(each -> ids.next()).toList()))
                .param(
                        "variants",
                        SqlArrays.texts(drifts.stream().map(Found::variantId).toList()))
                .param(
                        "kinds",
                        SqlArrays.texts(
                                drifts.stream().map(each -> each.kind().name()).toList()))
                .param(
                        "expected",
                        SqlArrays.ints(drifts.stream().map(Found::expected).toList()))
                .param("found", SqlArrays.ints(drifts.stream().map(Found::found).toList()))
                .update();
    }

    /** It is over. */
    void end(MerchantId merchant, UUID check, @Nullable String reason, Instant now) {
        jdbc.sql("""
                update availability_check set ended_at = :now, reason = :reason
                where merchant_id = :merchant and check_id = :check and ended_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("reason", reason)
                .param("merchant", merchant.value())
                .param("check", check)
                .update();
    }
}
