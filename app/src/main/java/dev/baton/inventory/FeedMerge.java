package dev.baton.inventory;

import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;

/**
 * A run on its way into the stock.
 *
 * @param order where it stands among the supplier's runs
 * @param absence what it means that a full run leaves an offer out
 * @param silenceConfirms what a delta leaves out is unchanged as of that delta
 */
record FeedMerge(
        FeedRunId id, SupplierTerms terms, FeedMode mode, FeedOrder order, Absence absence, boolean silenceConfirms) {

    /** Offers counted by what the run meant for them. */
    record Tally(int applied, int unchanged, int superseded) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(applied + other.applied, unchanged + other.unchanged, superseded + other.superseded);
        }
    }

    SupplierId supplier() {
        return terms.id();
    }

    /** Deductions effective up to then are in the run's figures. */
    Instant contains() {
        return order.at().minusSeconds(terms.graceSeconds());
    }

    /** Deductions effective up to then are in a figure of that time. */
    Instant contains(Instant figureAt) {
        return figureAt.minusSeconds(terms.graceSeconds());
    }

    /**
     * Whether a confirmed figure must be written all the same: a delta speaks only for what it lists, a full run
     * speaks for all by its scope, but for those it or an older one had not listed.
     */
    boolean writesConfirmed(StockRow row) {
        return mode == FeedMode.DELTA || row.leftOut() || row.observedAt() == null;
    }
}
