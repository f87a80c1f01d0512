package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends offers and has them go on: an offer that has ended gets no new orders, and its stock is not sold. Orders it was
 * given stay with it, its cost and its stock go on being known, and it keeps its supplier's code.
 */
@Component
public final class EndOffers {

    /** Most offers of one call. */
    public static final int MOST_OFFERS = 5_000;

    private final Tenancy tenancy;
    private final OfferEnds ends;
    private final RecordPriceRows.WorkAndClock later;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    EndOffers(
            Tenancy tenancy,
            OfferEnds ends,
            RecordPriceRows.WorkAndClock later,
            Audit audit,
            ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.ends = ends;
        this.later = later;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Ends the offers, all or none; opens or joins a transaction. One that had ended already and is given a moment ahead
     * goes on until then. Where orders are being planned on one it waits for them: what is not with it once this is
     * committed never comes to be.
     *
     * @param at from when on; null or past = from now
     * @param why for the history; null = nothing is said
     * @return how many of them end otherwise than before
     * @throws Problem {@link CatalogProblem#BATCH_TOO_LARGE}; {@link CommonProblem#NOT_FOUND} when one does not exist
     */
    public int end(MerchantId merchant, Collection<OfferId> offers, @Nullable Instant at, @Nullable String why) {
        Instant now = later.clock().instant().truncatedTo(ChronoUnit.MICROS);
        boolean ahead = at != null && at.isAfter(now);
        OfferEnd end =
                ahead && at != null ? new OfferEnd(at.truncatedTo(ChronoUnit.MICROS), false) : new OfferEnd(now, true);
        return tenancy.inTransaction(merchant, () -> {
            List<OfferEnds.Row> changed = lock(merchant, offers).stream()
                    .filter(row -> ahead ? !end.equals(row.end()) : !row.ended())
                    .toList();
            if (ahead && !changed.isEmpty()) {
                later.work()
                        .add(
                                merchant,
                                List.of(new NewWork(
                                        EndDueOffers.QUEUE, EndDueOffers.KIND, merchant.value(), end.at(), false)));
            }
            write(merchant, changed, end, new Word("EndOffers", ahead ? said(end, why) : why));
            return changed.size();
        });
    }

    private static String said(OfferEnd end, @Nullable String why) {
        return "from " + end.at() + " on" + (why == null ? "" : ": " + why);
    }

    /**
     * Has the offers go on, all or none; opens or joins a transaction.
     *
     * @return how many of them had an end
     * @throws Problem as {@link #end}
     */
    public int resume(MerchantId merchant, Collection<OfferId> offers) {
        return tenancy.inTransaction(merchant, () -> {
            List<OfferEnds.Row> changed = lock(merchant, offers).stream()
                    .filter(row -> row.end() != null)
                    .toList();
            write(merchant, changed, null, new Word("ResumeOffers", null));
            return changed.size();
        });
    }

    /** Ends some offers whose day has come; answers how many. */
    int endDue(MerchantId merchant, int limit) {
        return tenancy.inTransaction(merchant, () -> {
            List<OfferEnds.Row> due = ends.lockDue(merchant, later.clock().instant(), limit);
            for (Instant at : due.stream()
                    .map(row -> Objects.requireNonNull(row.end()).at())
                    .distinct()
                    .toList()) {
                write(
                        merchant,
                        due.stream()
                                .filter(row -> at.equals(
                                        Objects.requireNonNull(row.end()).at()))
                                .toList(),
                        new OfferEnd(at, true),
                        new Word("EndOffers", "its day came"));
            }
            return due.size();
        });
    }

    private List<OfferEnds.Row> lock(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.size() > MOST_OFFERS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE, "Name at most " + MOST_OFFERS + " offers in one call.", "offers");
        }
        Set<OfferId> asked = Set.copyOf(offers);
        List<OfferEnds.Row> rows = ends.lock(merchant, asked);
        if (rows.size() < asked.size()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such offer.");
        }
        return rows;
    }

    /** Which act it was, and why. */
    private record Word(String act, @Nullable String why) {}

    private void write(MerchantId merchant, List<OfferEnds.Row> changed, @Nullable OfferEnd end, Word word) {
        if (changed.isEmpty()) {
            return;
        }
        ends.write(merchant, Columns.of(changed, OfferEnds.Row::offer), end);
        String to = end != null && end.ended() ? "ENDED" : "DEFINED";
        audit.record(
                merchant,
                changed.stream()
                        .map(row -> new AuditEntry(
                                word.act(),
                                "offer",
                                row.offer().value(),
                                row.ended() ? "ENDED" : "DEFINED",
                                to,
                                word.why()))
                        .toList());
        boolean ended = end != null && end.ended();
        List<OffersChanged.Change> changes = changed.stream()
                .filter(row -> row.ended() != ended)
                .map(row -> new OffersChanged.Change(row.offer(), row.sku(), row.supplier(), ended))
                .toList();
        if (!changes.isEmpty()) {
            news.publishEvent(new OffersChanged(merchant, changes));
        }
    }
}
