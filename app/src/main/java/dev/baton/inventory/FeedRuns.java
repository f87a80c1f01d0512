package dev.baton.inventory;

import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables feed_run and feed_fault. */
@Component
final class FeedRuns {

    /** Faults of a run that are kept; the answer names them all. */
    private static final int KEPT_FAULTS = 1_000;

    private final JdbcClient jdbc;

    FeedRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a run stands; as the column feed_run.state. */
    enum State {
        STAGING,
        PROPOSED,
        MERGING,
        MERGED,
        INTERRUPTED,
        QUARANTINED,
        REFUSED
    }

    /** A run as it arrived. */
    record Arrival(NewFeedRun sent, Instant receivedAt, List<FeedFault> faults) {}

    void begin(MerchantId merchant, FeedMerge run, Arrival arrival, State state) {
        NewFeedRun sent = arrival.sent();
        jdbc.sql("""
                insert into feed_run (merchant_id, feed_run_id, supplier_id, mode, observed_at, effective_at, sequence,
                                      received_at, state, listed, applied, unchanged, superseded, faults)
                values (:merchant, :id, :supplier, :mode, :observedAt, :effectiveAt, :sequence, :receivedAt, :state,
                        :listed, 0, 0, 0, :faults)
                """)
                .param("merchant", merchant.value())
                .param("id", run.id().value())
                .param("supplier", run.supplier().value())
                .param("mode", run.mode().name())
                .param("observedAt", SqlArrays.instant(sent.observedAt()))
                .param("effectiveAt", SqlArrays.instant(run.order().at()))
                .param("sequence", sent.sequence())
                .param("receivedAt", SqlArrays.instant(arrival.receivedAt()))
                .param("state", state.name())
                .param("listed", sent.rows().size())
                .param("faults", arrival.faults().size())
                .update();
        keepFaults(merchant, run, arrival.faults());
    }

    private void keepFaults(MerchantId merchant, FeedMerge run, List<FeedFault> all) {
        List<FeedFault> faults = all.subList(0, Math.min(all.size(), KEPT_FAULTS));
        if (faults.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into feed_fault (merchant_id, feed_run_id, row_number, supplier_sku, message)
                select :merchant, :id, f.row, f.sku, string_agg(f.message, ' ')
                from unnest(:rows::int[], :skus::text[], :messages::text[]) as f (row, sku, message)
                group by f.row, f.sku
                """)
                .param("merchant", merchant.value())
                .param("id", run.id().value())
                .param(
                        "rows",
                        SqlArrays.ints(faults.stream().mapToInt(FeedFault::row).toArray()))
                .param(
                        "skus",
                        SqlArrays.texts(
                                faults.stream().map(FeedFault::supplierSku).toList()))
                .param(
                        "messages",
                        SqlArrays.texts(faults.stream().map(FeedFault::message).toList()))
                .update();
    }

    /** Earlier runs without an end stopped half-way; one that is only slow says so at its end. */
    void interruptOthers(MerchantId merchant, FeedMerge run) {
        jdbc.sql("""
                update feed_run set state = 'INTERRUPTED'
                where merchant_id = :merchant and supplier_id = :supplier and state = 'MERGING'
                  and feed_run_id <> :id
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("id", run.id().value())
                .update();
    }

    void move(MerchantId merchant, FeedRunId run, State state) {
        jdbc.sql("""
                update feed_run set state = :state
                where merchant_id = :merchant and feed_run_id = :id and state <> 'MERGED'
                """)
                .param("state", state.name())
                .param("merchant", merchant.value())
                .param("id", run.value())
                .update();
    }

    void finish(MerchantId merchant, FeedMerge run, Tally tally) {
        jdbc.sql("""
                update feed_run
                set state = 'MERGED', applied = :applied, unchanged = :unchanged, superseded = :superseded
                where merchant_id = :merchant and feed_run_id = :id
                """)
                .param("applied", tally.applied())
                .param("unchanged", tally.unchanged())
                .param("superseded", tally.superseded())
                .param("merchant", merchant.value())
                .param("id", run.id().value())
                .update();
    }
}
