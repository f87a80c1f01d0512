package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedLines.Matched;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.Absence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at a message of figures as a whole before any of it is believed, as {@link JudgeFeed} looks at a file: in one
 * statement over the rows at hand, so that what is believed needs no staging. Each method needs an open transaction.
 */
@Component
final class JudgeFigures {

    private final JdbcClient jdbc;
    private final StagedRuns staged;
    private final FeedDoubts doubts;
    private final DecideFeed decide;

    JudgeFigures(JdbcClient jdbc, StagedRuns staged, FeedDoubts doubts, DecideFeed decide) {
        this.jdbc = jdbc;
        this.staged = staged;
        this.doubts = doubts;
        this.decide = decide;
    }

    /** What a run would change, and why it does not look right; no doubt: null. */
    record Judged(Guarded by, FeedDiff diff, @Nullable String doubt) {

        boolean isBelieved() {
            return doubt == null && !by.preview();
        }
    }

    Judged judge(MerchantId merchant, FeedMerge run, Matched matched, Guarded by, Instant receivedAt) {
        boolean full = run.mode() == FeedMode.FULL;
        @Nullable
        Integer previous =
                full ? staged.previousOffers(merchant, by.source(), run.id()).orElse(null) : null;
        int absent = full && run.absence() != Absence.KEEP ? absent(merchant, run, matched) : 0;
        FeedDiff diff = diff(merchant, run, matched, absent, previous);
        FeedDoubts.Looked looked = new FeedDoubts.Looked(run.supplier(), null, full, by.guard(), receivedAt, diff);
        return new Judged(by, diff, doubts.about(merchant, looked, run.terms()));
    }

    private FeedDiff diff(MerchantId merchant, FeedMerge run, Matched matched, int absent, @Nullable Integer previous) {
        return jdbc.sql("""
                select count(*) as offers, count(*) filter (where f.quantity = 0) as zeros,
                       count(*) filter (where s.observed > 0) as stocked,
                       count(*) filter (where s.observed > 0 and f.quantity = 0) as lost,
                       count(*) filter (where f.quantity > coalesce(s.observed, 0)) as raised,
                       count(*) filter (where f.quantity < s.observed and f.quantity > 0) as lowered,
                       count(*) filter (where f.quantity = s.observed) as unchanged,
                       count(*) filter (where s.observed_at is null) as first_seen
                from unnest(:offers::uuid[], :quantities::int[]) as f (offer, quantity)
                left join stock s on s.merchant_id = :merchant and s.supplier_id = :supplier
                                     and s.offer_id = f.offer
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("offers", SqlArrays.uuids(offers(matched.lines())))
                .param(
                        "quantities",
                        SqlArrays.ints(matched.lines().stream()
                                .mapToInt(Line::quantity)
                                .toArray()))
                .query((row, number) -> new FeedDiff(
                        row.getInt("offers"),
                        row.getInt("zeros"),
                        row.getInt("stocked") + absent,
                        row.getInt("lost") + absent,
                        row.getInt("raised"),
                        row.getInt("lowered"),
                        row.getInt("unchanged"),
                        row.getInt("first_seen"),
                        previous))
                .single();
    }

    /** Offers with stock that the run leaves out. */
    private int absent(MerchantId merchant, FeedMerge run, Matched matched) {
        List<UUID> spoken = Stream.concat(
                        offers(matched.lines()).stream(),
                        matched.unclear().keySet().stream().map(OfferId::value))
                .toList();
        return jdbc.sql("""
                select count(*) from stock s
                where s.merchant_id = :merchant and s.supplier_id = :supplier and s.observed > 0
                  and not exists (select 1 from unnest(:spoken::uuid[]) as f (offer) where f.offer = s.offer_id)
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("spoken", SqlArrays.uuids(spoken))
                .query(Integer.class)
                .single();
    }

    private static List<UUID> offers(List<Line> lines) {
        return lines.stream().map(line -> line.offer().value()).toList();
    }

    /** Keeps what a believed run was judged by, for the next to be measured by; everything takes the place of what waited. */
    void believed(MerchantId merchant, FeedMerge run, Judged judged) {
        staged.insertJudged(merchant, run, judged.by());
        staged.judged(merchant, run.id(), judged.diff(), null);
        if (run.mode() == FeedMode.DELTA) {
            return;
        }
        staged.undecidedBefore(merchant, judged.by().source(), run.id(), FeedMode.FULL)
                .forEach(older -> decide.replace(merchant, older, "later figures took its place"));
    }
}
