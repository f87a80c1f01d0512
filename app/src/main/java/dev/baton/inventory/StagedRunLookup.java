package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stock files as they stand, for reading. Every method opens or joins a transaction and locks nothing. */
@Component
public final class StagedRunLookup {

    private static final Set<FeedRuns.State> WAITING = EnumSet.of(FeedRuns.State.PROPOSED, FeedRuns.State.QUARANTINED);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final StagedRuns stored;
    private final StagedFigures figures;
    private final StagedFaults faults;

    StagedRunLookup(Tenancy tenancy, JdbcClient jdbc, StagedRuns stored, StagedFigures figures, StagedFaults faults) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.stored = stored;
        this.figures = figures;
        this.faults = faults;
    }

    /** The runs of those ids, by id. */
    public Map<FeedRunId, StagedRunView> runs(MerchantId merchant, Collection<FeedRunId> ids) {
        Map<FeedRunId, StagedRunView> found = new HashMap<>();
        tenancy.run(
                merchant,
                () -> jdbc.sql("""
                        select s.feed_run_id, s.supplier_id, s.source_id, r.mode, r.state, r.effective_at,
                               s.reached_row, s.offers, s.zeros, s.stocked, s.lost, s.raised, s.lowered, s.unchanged,
                               s.first_seen, s.previous_offers, r.applied, r.unchanged as confirmed, r.superseded,
                               r.faults, s.reason
                        from staged_run s
                        join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                        where s.merchant_id = :merchant and s.feed_run_id = any(:ids::uuid[])
                        """)
                        .param("merchant", merchant.value())
                        .param(
                                "ids",
                                SqlArrays.uuids(
                                        ids.stream().map(FeedRunId::value).toList()))
                        .query(row -> {
                            StagedRunView view = view(row);
                            found.put(view.id(), view);
                        }));
        return found;
    }

    private static StagedRunView view(ResultSet row) throws SQLException {
        String state = row.getString("state");
        int previous = row.getInt("previous_offers");
        @Nullable Integer before = row.wasNull() ? null : previous;
        FeedDiff diff = new FeedDiff(
                row.getInt("offers"),
                row.getInt("zeros"),
                row.getInt("stocked"),
                row.getInt("lost"),
                row.getInt("raised"),
                row.getInt("lowered"),
                row.getInt("unchanged"),
                row.getInt("first_seen"),
                before);
        return new StagedRunView(
                new FeedRunId(row.getObject("feed_run_id", UUID.class)),
                Columns.supplier(row),
                row.getObject("source_id", UUID.class),
                FeedMode.valueOf(row.getString("mode")),
                state,
                Columns.instantOf(row, "effective_at"),
                row.getLong("reached_row"),
                state.equals("STAGING") ? null : diff,
                row.getInt("applied"),
                row.getInt("confirmed"),
                row.getInt("superseded"),
                row.getInt("faults"),
                row.getString("reason"));
    }

    /**
     * Offers a waiting file would change, in the order of the offers, behind one (null = from the first), those that a
     * full file leaves out among them. Empty once it is merged or refused.
     *
     * @param kind only these; null = every change
     */
    public List<FeedChange> changes(
            MerchantId merchant, FeedRunId run, FeedChange.@Nullable Kind kind, @Nullable OfferId after, int limit) {
        return tenancy.inTransaction(
                merchant,
                () -> stored.find(merchant, run)
                        .filter(each -> WAITING.contains(each.state()))
                        .map(each -> figures.changes(merchant, each, kind, after, limit))
                        .orElse(List.of()));
    }

    /** What was wrong with rows, behind a row (0 = from the first). */
    public List<StagedFault> faults(MerchantId merchant, FeedRunId run, long afterRow, int limit) {
        return tenancy.inTransaction(merchant, () -> faults.page(merchant, run, afterRow, limit));
    }
}
