package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Price lists as they stand, for reading. Every method opens or joins a transaction and locks nothing. */
@Component
public final class PriceRunLookup {

    private final Tenancy tenancy;
    private final PriceRuns runs;
    private final TakePriceList.Lines lines;

    PriceRunLookup(Tenancy tenancy, PriceRuns runs, TakePriceList.Lines lines) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.lines = lines;
    }

    /** The runs of those ids, by id. */
    public Map<PriceRunId, PriceRunView> runs(MerchantId merchant, Collection<PriceRunId> ids) {
        Map<PriceRunId, PriceRunView> found = new HashMap<>();
        tenancy.run(merchant, () -> runs.of(merchant, ids).forEach(run -> found.put(run.id(), run)));
        return found;
    }

    /**
     * What rows come to, or came to, behind a row (0 = from the first), in their order; null outcome = all. Empty once a
     * later edition of the list has ended.
     */
    public List<PriceChange> changes(
            MerchantId merchant, PriceRunId run, @Nullable PriceOutcome outcome, long afterRow, int limit) {
        return tenancy.inTransaction(merchant, () -> lines.rows().page(merchant, run, outcome, afterRow, limit));
    }

    /** What was wrong with rows, behind a row (0 = from the first). */
    public List<PriceFault> faults(MerchantId merchant, PriceRunId run, long afterRow, int limit) {
        return tenancy.inTransaction(merchant, () -> lines.faults().page(merchant, run, afterRow, limit));
    }

    /** Whether a row of the run was left out. */
    public boolean leftOut(MerchantId merchant, PriceRunId run) {
        return tenancy.inTransaction(merchant, () -> lines.faults().leftOut(merchant, run));
    }
}
