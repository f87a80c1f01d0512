package dev.baton.inventory;

import dev.baton.catalog.SupplierOffers;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words why a run as a whole does not look right, whatever way it came. */
@Component
final class FeedDoubts {

    private final SupplierOffers offers;
    private final StagedFigures figures;

    FeedDoubts(SupplierOffers offers, StagedFigures figures) {
        this.offers = offers;
        this.figures = figures;
    }

    /**
     * A run whose rows are known.
     *
     * @param place the only place it speaks of; null = all
     * @param full whether what it leaves out means something
     */
    record Looked(
            SupplierId supplier, @Nullable String place, boolean full, FeedGuard guard, Instant at, FeedDiff diff) {

        static Looked of(StagedRun run, FeedDiff diff) {
            return new Looked(run.supplier(), run.place(), run.isFull(), run.guard(), run.receivedAt(), diff);
        }

        /** Part of everything it is measured by that would be lost is at least what the guard allows. */
        boolean loses(long of) {
            return of >= guard.fromOffers() && 100L * diff.lost() >= (long) guard.mostLostPercent() * of;
        }
    }

    /** Null when it may be believed. Needs an open transaction. */
    @Nullable
    String about(MerchantId merchant, Looked run, SupplierTerms terms) {
        FeedDiff diff = run.diff();
        FeedGuard guard = run.guard();
        if (run.full() && diff.offers() == 0) {
            return "none of its rows names an item that is offered";
        }
        if (terms.hours().isClosed(run.at(), terms.zone())) {
            return null;
        }
        boolean zeros = diff.offers() > 0 && diff.zeros() == diff.offers() && diff.stocked() >= guard.fromOffers();
        if (zeros || run.loses(diff.stocked())) {
            return run.full() || run.place() != null ? lost(run, zeros) : lostOfAll(merchant, run);
        }
        @Nullable Integer before = diff.previousOffers();
        if (run.full()
                && before != null
                && before >= guard.fromOffers()
                && 100L * (before - diff.offers()) >= (long) guard.mostMissingPercent() * before) {
            return String.format(Locale.ROOT, "it has %,d items, the last one had %,d", diff.offers(), before);
        }
        return run.full() && before == null ? first(merchant, run) : null;
    }

    private static String lost(Looked run, boolean zeros) {
        FeedDiff diff = run.diff();
        return zeros
                ? String.format(Locale.ROOT, "%,d of %,d are 0", diff.zeros(), diff.offers())
                : String.format(Locale.ROOT, "%,d of %,d that have stock would fall to 0", diff.lost(), diff.stocked());
    }

    /** What changed may well be what has run out: it is measured by all that has stock, not by what it lists. */
    private @Nullable String lostOfAll(MerchantId merchant, Looked run) {
        int stocked = figures.stocked(merchant, run.supplier());
        return run.loses(stocked)
                ? String.format(
                        Locale.ROOT,
                        "%,d of %,d that have stock would fall to 0",
                        run.diff().lost(),
                        stocked)
                : null;
    }

    /** A first run has no past to be judged by: what is offered stands in for it. */
    private @Nullable String first(MerchantId merchant, Looked run) {
        FeedGuard guard = run.guard();
        if (guard.equals(FeedGuard.NONE)) {
            return null;
        }
        FeedDiff diff = run.diff();
        long offered = offers.count(merchant, run.supplier(), run.place());
        long without = offered - (diff.offers() - diff.zeros());
        return offered >= guard.fromOffers() && 100 * without >= guard.mostMissingPercent() * offered
                ? String.format(
                        Locale.ROOT,
                        "it is the first one and would leave %,d of %,d offers without stock",
                        without,
                        offered)
                : null;
    }
}
