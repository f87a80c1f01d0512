package dev.baton.api;

import dev.baton.purchasing.CounterOffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another cost a supplier named for one line, as the API shows it; amounts are in the purchase order's currency.
 *
 * @param state {@code open}, {@code accepted}, {@code refused}, {@code replaced} by yet another cost, or {@code withdrawn}
 * @param unitCostBefore what a unit cost when this was named
 * @param unitCost what was named
 * @param decideBy null when it was within what is agreed
 * @param decidedBy {@code tolerance}, {@code person} or {@code deadline}; null unless accepted or refused
 * @param reason what the supplier is told with the decision
 * @param givenToOthers refused, and the units were asked back for other suppliers
 */
record CounterOfferBody(
        String counterOfferId,
        int line,
        String state,
        String unitCostBefore,
        String unitCost,
        Instant namedAt,
        @Nullable Instant decideBy,
        @Nullable String decidedBy,
        @Nullable Instant endedAt,
        @Nullable String reason,
        boolean givenToOthers) {

    static CounterOfferBody of(CounterOffer offer) {
        CounterOffer.Decider decidedBy = offer.decidedBy();
        return new CounterOfferBody(
                offer.id().value().toString(),
                offer.line(),
                Lists.word(offer.status()),
                Amounts.ofMicros(offer.costMicros()),
                Amounts.ofMicros(offer.namedMicros()),
                offer.namedAt(),
                offer.decideBy(),
                decidedBy == null ? null : Lists.word(decidedBy),
                offer.endedAt(),
                offer.reason(),
                offer.forOthers());
    }
}
