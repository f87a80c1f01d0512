package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.Absence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a full run leaves out as agreed with the supplier. Needs an open transaction. */
@Component
final class MergeAbsent {

    private final StockChanges stock;
    private final FeedScopes scopes;
    private final CoverDeductions cover;
    private final Observations ledger;

    MergeAbsent(StockChanges stock, FeedScopes scopes, CoverDeductions cover, Observations ledger) {
        this.stock = stock;
        this.scopes = scopes;
        this.cover = cover;
        this.ledger = ledger;
    }

    /** One page of the supplier's offers; {@code last} is null when there are no more. */
    record Page(Tally tally, @Nullable OfferId last) {}

    /** What a run speaks of. */
    interface Speech {

        /** The next rows of the supplier's offers, behind one (null = from the first); may leave out what is listed. */
        List<StockRow> page(@Nullable OfferId after, int limit);

        Spoken among(Set<OfferId> offers);
    }

    /** Offers the run gives figures for, and those it may have meant: what becomes of these it does not tell. */
    record Spoken(Set<OfferId> listed, Set<OfferId> unclear) {

        Absence absence(FeedMerge run, StockRow row) {
            return unclear.contains(row.offer()) ? Absence.KEEP : run.absence();
        }
    }

    Page merge(MerchantId merchant, FeedMerge run, Speech speech, @Nullable OfferId after, int limit) {
        Scope scope = scopes.lock(merchant, run.supplier());
        List<StockRow> page = speech.page(after, limit);
        Spoken spoken = speech.among(page.stream().map(StockRow::offer).collect(Collectors.toSet()));
        List<OfferId> absent = page.stream()
                .filter(row -> !spoken.listed().contains(row.offer()) && matters(run, scope, row, spoken))
                .map(StockRow::offer)
                .toList();
        LockedStock locked = stock.lock(merchant, absent);
        Map<OfferId, Instant> figuresAt = new HashMap<>();
        List<Observations.Row> kept = new ArrayList<>();
        int applied = 0;
        for (Balance balance : locked.all()) {
            StockRow row = balance.before();
            if (!matters(run, scope, row, spoken)) {
                continue;
            }
            if (spoken.absence(run, row) == Absence.KEEP) {
                balance.leaveOut(scope);
                continue;
            }
            balance.observe(0, run.order(), scope);
            if (run.absence() == Absence.DISCONTINUED) {
                balance.discontinue();
            }
            kept.add(new Observations.Row(row.offer(), 0, row.observed(), true));
            figuresAt.put(row.offer(), run.contains());
            applied++;
        }
        ledger.keep(
                merchant,
                Observations.Source.FEED,
                run.id().value(),
                run.order().at(),
                kept);
        cover.cover(merchant, locked, run.supplier(), figuresAt);
        stock.settle(merchant, locked);
        return new Page(
                new Tally(applied, 0, 0),
                page.size() < limit ? null : page.getLast().offer());
    }

    /** Whether the absence changes the row; an older run's changes nothing. */
    private static boolean matters(FeedMerge run, Scope scope, StockRow row, Spoken spoken) {
        Figure zero = Figure.of(row, scope, run.order(), 0);
        return switch (spoken.absence(run, row)) {
            case KEEP -> !row.leftOut() && row.observedAt() != null && isNewer(run, scope, row);
            case ZERO -> zero == Figure.APPLIES;
            case DISCONTINUED -> zero != Figure.SUPERSEDED && (row.observed() > 0 || !row.discontinued());
        };
    }

    private static boolean isNewer(FeedMerge run, Scope scope, StockRow row) {
        return run.order().against(row.observedAt(), row.observedSequence()) == FeedOrder.Age.NEWER
                && run.order().against(scope.fullAt(), scope.fullSequence()) == FeedOrder.Age.NEWER
                && run.order().against(scope.announcedAt(), scope.announcedSequence()) != FeedOrder.Age.OLDER;
    }
}
