package dev.baton.catalog;

import dev.baton.catalog.PriceRunView.Counts;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table price_run. Every method needs an open transaction of the merchant. */
@Component
final class PriceRuns {

    private final JdbcClient jdbc;

    PriceRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, PriceRunId id, NewPriceRun run, Instant statedAt, Instant since) {
        jdbc.sql("""
                insert into price_run (merchant_id, run_id, source_id, supplier_id, stated_at, since, mends, proposal,
                                       state, reached_row, applied, planned, waiting, unchanged, unmatched, superseded,
                                       faults)
                values (:merchant, :run, :source, :supplier, :statedAt, :since, :mends, :proposal, 'JUDGING', 0,
                        0, 0, 0, 0, 0, 0, 0)
                """)
                .param("merchant", merchant.value())
                .param("run", id.value())
                .param("source", run.source())
                .param("supplier", run.supplier().value())
                .param("statedAt", SqlArrays.instant(statedAt))
                .param("since", SqlArrays.instant(since))
                .param("mends", run.mends() == null ? null : run.mends().value(), Types.OTHER)
                .param("proposal", run.proposal())
                .update();
    }

    Optional<PriceRunView> lock(MerchantId merchant, PriceRunId id) {
        return jdbc.sql("""
                select run_id, source_id, supplier_id, stated_at, since, mends, proposal, state, reached_row, applied,
                       planned, waiting, unchanged, unmatched, superseded, faults, reason
                from price_run
                where merchant_id = :merchant and run_id = :run
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("run", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<PriceRunView> of(MerchantId merchant, Collection<PriceRunId> ids) {
        return jdbc.sql("""
                select run_id, source_id, supplier_id, stated_at, since, mends, proposal, state, reached_row, applied,
                       planned, waiting, unchanged, unmatched, superseded, faults, reason
                from price_run
                where merchant_id = :merchant and run_id = any(:runs::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("runs", SqlArrays.uuids(Columns.of(ids, PriceRunId::value)))
                .query((row, number) -> read(row))
                .list();
    }

    /** A piece is done. */
    void reached(MerchantId merchant, PriceRunId id, long row, Counts more, int faults) {
        jdbc.sql("""
                update price_run
                set reached_row = :row, applied = applied + :applied, planned = planned + :planned,
                    waiting = waiting + :waiting, unchanged = unchanged + :unchanged,
                    unmatched = unmatched + :unmatched, superseded = superseded + :superseded,
                    faults = faults + :faults
                where merchant_id = :merchant and run_id = :run
                """)
                .param("row", row)
                .param("applied", more.applied())
                .param("planned", more.planned())
                .param("waiting", more.waiting())
                .param("unchanged", more.unchanged())
                .param("unmatched", more.unmatched())
                .param("superseded", more.superseded())
                .param("faults", faults)
                .param("merchant", merchant.value())
                .param("run", id.value())
                .update();
    }

    /** It is read from the beginning again, and counts from now on. */
    void apply(MerchantId merchant, PriceRunId id) {
        jdbc.sql("""
                update price_run
                set state = 'APPLYING', reached_row = 0, applied = 0, planned = 0, waiting = 0, unchanged = 0,
                    unmatched = 0, superseded = 0, faults = 0
                where merchant_id = :merchant and run_id = :run
                """)
                .param("merchant", merchant.value())
                .param("run", id.value())
                .update();
    }

    void move(MerchantId merchant, PriceRunId id, State to, @Nullable String reason, @Nullable Instant endedAt) {
        jdbc.sql("""
                update price_run set state = :state, reason = coalesce(:reason, reason), ended_at = :endedAt
                where merchant_id = :merchant and run_id = :run
                """)
                .param("state", to.name())
                .param("reason", reason, Types.VARCHAR)
                .param("endedAt", SqlArrays.instant(endedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("merchant", merchant.value())
                .param("run", id.value())
                .update();
    }

    private static PriceRunView read(ResultSet row) throws SQLException {
        @Nullable UUID mends = row.getObject("mends", UUID.class);
        return new PriceRunView(
                new PriceRunId(row.getObject("run_id", UUID.class)),
                row.getObject("source_id", UUID.class),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                mends == null ? null : new PriceRunId(mends),
                row.getBoolean("proposal"),
                State.valueOf(row.getString("state")),
                row.getLong("reached_row"),
                new Counts(
                        row.getInt("applied"),
                        row.getInt("planned"),
                        row.getInt("waiting"),
                        row.getInt("unchanged"),
                        row.getInt("unmatched"),
                        row.getInt("superseded")),
                row.getInt("faults"),
                row.getString("reason"));
    }
}
