package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides which alerts of a SKU begin and which are over. Pure. */
final class JudgeAlerts {

    /** How long it is news that something can be sold again. */
    static final Duration NEWS = Duration.ofDays(3);

    private static final int TENTHS = 10;

    private JudgeAlerts() {}

    /** An alert that is open. */
    record Open(UUID id, Kind kind, UUID subject, Instant raisedAt) {}

    /** An alert that begins. */
    record Raised(
            Kind kind,
            AlertFacts facts,
            @Nullable OfferId offer,
            @Nullable SupplierId supplier,
            int threshold) {

        UUID subject() {
            return offer == null ? facts.sku().value() : offer.value();
        }
    }

    /** What changes; {@code over} are ids. */
    record Verdict(List<Raised> raised, List<UUID> over) {}

    static Verdict judge(AlertFacts facts, List<Open> open, Instant now) {
        Set<Held> wanted = new HashSet<>();
        List<Raised> all = new ArrayList<>();
        ofTheSku(facts, open, now).forEach(each -> keep(each, wanted, all));
        if (facts.sells()) {
            for (AlertFacts.OfOffer offer : facts.offers()) {
                ofAnOffer(facts, offer, now).forEach(each -> keep(each, wanted, all));
            }
        }
        Set<Held> held = new HashSet<>();
        open.forEach(each -> held.add(new Held(each.kind(), each.subject())));
        return new Verdict(
                all.stream()
                        .filter(each -> !held.contains(new Held(each.kind(), each.subject())))
                        .toList(),
                open.stream()
                        .filter(each -> !wanted.contains(new Held(each.kind(), each.subject())))
                        .map(Open::id)
                        .toList());
    }

    private record Held(Kind kind, UUID subject) {}

    private static void keep(Raised each, Set<Held> wanted, List<Raised> all) {
        wanted.add(new Held(each.kind(), each.subject()));
        all.add(each);
    }

    private static List<Raised> ofTheSku(AlertFacts facts, List<Open> open, Instant now) {
        List<Raised> wanted = new ArrayList<>();
        boolean wasLow = open.stream().anyMatch(each -> each.kind() == Kind.LOW);
        boolean wasOut = open.stream().anyMatch(each -> each.kind() == Kind.OUT);
        boolean stillNews = open.stream()
                .anyMatch(each ->
                        each.kind() == Kind.BACK && each.raisedAt().plus(NEWS).isAfter(now));
        if (facts.available() == 0) {
            // what is out does not sell: that is no reason to forget it
            if (facts.sells() || (wasOut && facts.mayComeAgain())) {
                wanted.add(new Raised(Kind.OUT, facts, null, null, 0));
            }
            return wanted;
        }
        if (wasOut || stillNews) {
            wanted.add(new Raised(Kind.BACK, facts, null, null, 0));
        }
        // once low, it must last a quarter longer: one parcel more or less is no news
        long low = (long) facts.lowDays() * TENTHS;
        long until = wasLow ? low + low / 4 : low;
        if (facts.sells() && facts.lastsLessThan(until)) {
            wanted.add(new Raised(Kind.LOW, facts, null, null, facts.lowDays()));
        }
        return wanted;
    }

    private static List<Raised> ofAnOffer(AlertFacts facts, AlertFacts.OfOffer offer, Instant now) {
        List<Raised> wanted = new ArrayList<>();
        if (offer.discontinued()) {
            wanted.add(new Raised(Kind.DISCONTINUED, facts, offer.offer(), offer.supplier(), 0));
        }
        @Nullable Instant at = offer.effectiveAt();
        if (offer.observed() > 0
                && offer.staleDays() > 0
                && at != null
                && at.plus(Duration.ofDays(offer.staleDays())).isBefore(now)) {
            wanted.add(new Raised(Kind.STALE, facts, offer.offer(), offer.supplier(), offer.staleDays()));
        }
        return wanted;
    }
}
