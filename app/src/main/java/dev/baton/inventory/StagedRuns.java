package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table staged_run, with the feed_run each belongs to. Every method needs an open transaction. */
@Component
final class StagedRuns {

    private final JdbcClient jdbc;

    StagedRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, FeedRunId id, NewStagedRun run, FeedOrder order, Absence absence) {
        jdbc.sql("""
                insert into feed_run (merchant_id, feed_run_id, supplier_id, mode, observed_at, effective_at, sequence,
                                      received_at, state, listed, applied, unchanged, superseded, faults)
                values (:merchant, :id, :supplier, :mode, :observedAt, :effectiveAt, :sequence, :receivedAt, 'STAGING',
                        0, 0, 0, 0, 0)
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .param("supplier", run.supplier().value())
                .param("mode", run.mode().name())
                .param(
                        "observedAt",
                        order.ownTime() ? SqlArrays.instant(order.at()) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("effectiveAt", SqlArrays.instant(order.at()))
                .param("sequence", order.sequence(), Types.BIGINT)
                .param("receivedAt", SqlArrays.instant(FeedOrder.micros(run.receivedAt())))
                .update();
        insertStaged(
                merchant,
                new Row(id, run.supplier(), run.source(), run.place(), absence, run.mends(), run.guard()),
                run.proposal());
    }

    /** Stands a run that was believed at once, without staging, beside the staged ones of its feed. */
    void insertJudged(MerchantId merchant, FeedMerge run, Guarded by) {
        insertStaged(
                merchant,
                new Row(run.id(), run.supplier(), by.source(), null, run.absence(), null, by.guard()),
                by.preview());
    }

    private record Row(
            FeedRunId id,
            SupplierId supplier,
            UUID source,
            @Nullable String place,
            Absence absence,
            @Nullable FeedRunId mends,
            FeedGuard guard) {}

    private void insertStaged(MerchantId merchant, Row run, boolean proposal) {
        jdbc.sql("""
                insert into staged_run (merchant_id, feed_run_id, supplier_id, source_id, place, absence, mends, proposal,
                                        guard_from, guard_lost, guard_missing, reached_row, listed_merged, offers,
                                        zeros, stocked, lost, raised, lowered, unchanged, first_seen)
                values (:merchant, :id, :supplier, :source, :place, :absence, :mends, :proposal, :from, :lost, :missing,
                        0, false, 0, 0, 0, 0, 0, 0, 0, 0)
                """)
                .param("merchant", merchant.value())
                .param("id", run.id().value())
                .param("supplier", run.supplier().value())
                .param("source", run.source())
                .param("place", run.place(), Types.VARCHAR)
                .param("absence", run.absence().name())
                .param("mends", run.mends() == null ? null : run.mends().value(), Types.OTHER)
                .param("proposal", proposal)
                .param("from", run.guard().fromOffers())
                .param("lost", run.guard().mostLostPercent())
                .param("missing", run.guard().mostMissingPercent())
                .update();
    }

    /** When the newest run is of that repairs the given one, or it itself. */
    Optional<Instant> lastOf(MerchantId merchant, FeedRunId mended) {
        return Optional.ofNullable(jdbc.sql("""
                select max(r.effective_at) as at
                from staged_run s join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                where s.merchant_id = :merchant and (s.feed_run_id = :run or s.mends = :run)
                """)
                .param("merchant", merchant.value())
                .param("run", mended.value())
                .query((row, number) -> Optional.ofNullable(Columns.instant(row, "at")))
                .single()
                .orElse(null));
    }

    /** The run, as it stands. */
    Optional<StagedRun> find(MerchantId merchant, FeedRunId run) {
        return jdbc.sql("""
                select s.feed_run_id, s.supplier_id, s.source_id, s.place, r.mode, s.absence, r.effective_at,
                       r.observed_at, r.sequence, s.mends, s.proposal, s.guard_from, s.guard_lost, s.guard_missing, r.state,
                       s.reached_row, s.merged_offer, s.plain_merged, s.listed_merged, s.decided_at, r.applied,
                       r.unchanged as same, r.superseded, r.listed, s.offers, s.first_seen, s.unchanged,
                       r.received_at
                from staged_run s join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                where s.merchant_id = :merchant and s.feed_run_id = :run
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The run, locked against every other step of it. */
    Optional<StagedRun> lock(MerchantId merchant, FeedRunId run) {
        return jdbc.sql("""
                select s.feed_run_id, s.supplier_id, s.source_id, s.place, r.mode, s.absence, r.effective_at,
                       r.observed_at, r.sequence, s.mends, s.proposal, s.guard_from, s.guard_lost, s.guard_missing, r.state,
                       s.reached_row, s.merged_offer, s.plain_merged, s.listed_merged, s.decided_at, r.applied,
                       r.unchanged as same, r.superseded, r.listed, s.offers, s.first_seen, s.unchanged,
                       r.received_at
                from staged_run s join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                where s.merchant_id = :merchant and s.feed_run_id = :run
                for no key update of s
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private static StagedRun read(ResultSet row) throws SQLException {
        @Nullable UUID mends = row.getObject("mends", UUID.class);
        @Nullable UUID merged = row.getObject("merged_offer", UUID.class);
        return new StagedRun(
                new FeedRunId(row.getObject("feed_run_id", UUID.class)),
                Columns.supplier(row),
                row.getObject("source_id", UUID.class),
                row.getString("place"),
                FeedMode.valueOf(row.getString("mode")),
                Absence.valueOf(row.getString("absence")),
                new FeedOrder(
                        Columns.instantOf(row, "effective_at"),
                        Columns.number(row, "sequence"),
                        row.getObject("observed_at") != null),
                mends == null ? null : new FeedRunId(mends),
                row.getBoolean("proposal"),
                new FeedGuard(row.getInt("guard_from"), row.getInt("guard_lost"), row.getInt("guard_missing")),
                FeedRuns.State.valueOf(row.getString("state")),
                row.getLong("reached_row"),
                merged == null ? null : new OfferId(merged),
                row.getBoolean("plain_merged"),
                row.getBoolean("listed_merged"),
                row.getObject("decided_at") != null,
                new Tally(row.getInt("applied"), row.getInt("same"), row.getInt("superseded")),
                row.getInt("listed"),
                row.getInt("offers"),
                row.getInt("first_seen"),
                row.getInt("unchanged"),
                Columns.instantOf(row, "received_at"));
    }

    void reached(MerchantId merchant, FeedRunId run, long row, int listed) {
        jdbc.sql("""
                update staged_run set reached_row = :row
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("row", row)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
        jdbc.sql("""
                update feed_run set listed = case when :row = 0 then 0 else listed + :listed end,
                    faults = case when :row = 0 then 0 else faults end
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("row", row)
                .param("listed", listed)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    /** How far a merge is: first what is plain, then the rest of what is listed, then what is absent. */
    enum Stretch {
        PLAIN,
        LISTED,
        ABSENT
    }

    void merged(MerchantId merchant, FeedRunId run, @Nullable OfferId upTo, Stretch stretch, Tally more) {
        jdbc.sql("""
                update staged_run set merged_offer = :offer, plain_merged = :plain, listed_merged = :listed
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("offer", upTo == null ? null : upTo.value(), Types.OTHER)
                .param("plain", stretch != Stretch.PLAIN)
                .param("listed", stretch == Stretch.ABSENT)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
        jdbc.sql("""
                update feed_run
                set applied = applied + :applied, unchanged = unchanged + :unchanged,
                    superseded = superseded + :superseded
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("applied", more.applied())
                .param("unchanged", more.unchanged())
                .param("superseded", more.superseded())
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    void judged(MerchantId merchant, FeedRunId run, FeedDiff diff, @Nullable String reason) {
        jdbc.sql("""
                update staged_run
                set offers = :offers, zeros = :zeros, stocked = :stocked, lost = :lost, raised = :raised,
                    lowered = :lowered, unchanged = :unchanged, first_seen = :firstSeen,
                    previous_offers = :previous, reason = :reason
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("offers", diff.offers())
                .param("zeros", diff.zeros())
                .param("stocked", diff.stocked())
                .param("lost", diff.lost())
                .param("raised", diff.raised())
                .param("lowered", diff.lowered())
                .param("unchanged", diff.unchanged())
                .param("firstSeen", diff.firstSeen())
                .param("previous", diff.previousOffers(), Types.INTEGER)
                .param("reason", reason, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    void decided(MerchantId merchant, FeedRunId run, @Nullable String reason, Instant at) {
        jdbc.sql("""
                update staged_run set reason = coalesce(:reason, reason), decided_at = :at
                where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("reason", reason, Types.VARCHAR)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    /** Offers the last merged full file of the feed spoke of. */
    Optional<Integer> previousOffers(MerchantId merchant, UUID source, FeedRunId before) {
        return jdbc.sql("""
                select s.offers
                from staged_run s join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                where s.merchant_id = :merchant and s.source_id = :source and s.feed_run_id < :run and s.mends is null
                  and r.mode = 'FULL' and r.state = 'MERGED'
                order by s.feed_run_id desc
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("source", source)
                .param("run", before.value())
                .query(Integer.class)
                .optional();
    }

    /**
     * Earlier runs of the feed a person has not decided on and one of that mode takes the place of: what changed says
     * nothing of what was said to be everything.
     */
    List<FeedRunId> undecidedBefore(MerchantId merchant, UUID source, FeedRunId before, FeedMode mode) {
        return jdbc.sql("""
                select s.feed_run_id
                from staged_run s join feed_run r on r.merchant_id = s.merchant_id and r.feed_run_id = s.feed_run_id
                where s.merchant_id = :merchant and s.source_id = :source and s.feed_run_id < :run
                  and r.state in ('PROPOSED', 'QUARANTINED') and (:mode = 'FULL' or r.mode = :mode)
                order by s.feed_run_id desc
                limit 100
                """)
                .param("merchant", merchant.value())
                .param("source", source)
                .param("run", before.value())
                .param("mode", mode.name())
                .query((row, number) -> new FeedRunId(row.getObject("feed_run_id", UUID.class)))
                .list();
    }

    /** Whether a run of the supplier that looked wrong waits for a decision. */
    boolean anyQuarantined(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select exists (
                    select 1 from feed_run r join staged_run s on s.merchant_id = r.merchant_id
                                                              and s.feed_run_id = r.feed_run_id
                    where r.merchant_id = :merchant and r.supplier_id = :supplier and r.state = 'QUARANTINED')
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(Boolean.class)
                .single();
    }
}
