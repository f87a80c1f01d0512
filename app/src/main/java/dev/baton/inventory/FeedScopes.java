package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table feed_scope. */
@Component
final class FeedScopes {

    private final JdbcClient jdbc;

    FeedScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks a supplier's scope, so that its feeds are merged one after another; makes it when it is missing. */
    Scope lock(MerchantId merchant, SupplierId supplier) {
        jdbc.sql("""
                insert into feed_scope (merchant_id, supplier_id, delta_trusted) values (:merchant, :supplier, false)
                on conflict (merchant_id, supplier_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .update();
        return jdbc.sql("""
                select supplier_id, full_at, full_sequence, announced_at, announced_sequence, delta_at, last_sequence,
                       delta_trusted
                from feed_scope
                where merchant_id = :merchant and supplier_id = :supplier
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> read(row))
                .single();
    }

    Map<SupplierId, Scope> read(MerchantId merchant, Collection<SupplierId> suppliers) {
        Map<SupplierId, Scope> scopes = new HashMap<>();
        jdbc.sql("""
                select supplier_id, full_at, full_sequence, announced_at, announced_sequence, delta_at, last_sequence,
                       delta_trusted
                from feed_scope
                where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .query(row -> {
                    Scope scope = read(row);
                    scopes.put(scope.supplier(), scope);
                });
        return scopes;
    }

    /** The row is locked. */
    void write(MerchantId merchant, Scope scope) {
        jdbc.sql("""
                update feed_scope
                set full_at = :fullAt, full_sequence = :fullSequence, announced_at = :announcedAt,
                    announced_sequence = :announcedSequence, delta_at = :deltaAt, last_sequence = :lastSequence,
                    delta_trusted = :deltaTrusted
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("fullAt", SqlArrays.instant(scope.fullAt()))
                .param("fullSequence", scope.fullSequence())
                .param("announcedAt", SqlArrays.instant(scope.announcedAt()))
                .param("announcedSequence", scope.announcedSequence())
                .param("deltaAt", SqlArrays.instant(scope.deltaAt()))
                .param("lastSequence", scope.lastSequence())
                .param("deltaTrusted", scope.deltaTrusted())
                .param("merchant", merchant.value())
                .param("supplier", scope.supplier().value())
                .update();
    }

    private static Scope read(ResultSet row) throws SQLException {
        return new Scope(
                Columns.supplier(row),
                Columns.instant(row, "full_at"),
                Columns.number(row, "full_sequence"),
                Columns.instant(row, "announced_at"),
                Columns.number(row, "announced_sequence"),
                Columns.instant(row, "delta_at"),
                Columns.number(row, "last_sequence"),
                row.getBoolean("delta_trusted"));
    }
}
