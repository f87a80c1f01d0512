package dev.baton.purchasing;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one comparison of what the store wants now with what a supplier was last told, for one purchase order that
 * was sent. Pure: it yields at most one question. Units that are not wanted any more are not its matter: they are
 * marked and asked back by their own question; here they only count as no longer to come. Units wanted on top are
 * new demand with a purchase order of its own.
 */
final class DesiredVersusSent {

    private DesiredVersusSent() {}

    /** What is to be done about a difference. */
    enum Question {
        /** Nothing differs, or the supplier said no to this very wish before. */
        NONE,
        /** Ask the supplier. */
        ASK,
        /** Ask a person first: another country. */
        HOLD,
        /** All of it is on its way: tell a person. */
        TOO_LATE
    }

    /** The question and what it is about. */
    record Verdict(Question question, Set<AmendedFact> differs) {}

    /**
     * Compares.
     *
     * @param told what the supplier was told last: as first sent, or as it agreed to since
     * @param declined what it was asked for last and did not agree to; null = nothing
     * @param toCome units wanted that are still to leave the supplier
     */
    static Verdict compare(DeliveryFacts told, DeliveryFacts wanted, @Nullable DeliveryFacts declined, int toCome) {
        Set<AmendedFact> differs = differences(told, wanted);
        if (differs.isEmpty()
                || (declined != null && differences(declined, wanted).isEmpty())) {
            return new Verdict(Question.NONE, differs);
        }
        if (toCome == 0) {
            return new Verdict(Question.TOO_LATE, differs);
        }
        return new Verdict(differs.contains(AmendedFact.COUNTRY) ? Question.HOLD : Question.ASK, differs);
    }

    static Set<AmendedFact> differences(DeliveryFacts told, DeliveryFacts wanted) {
        Set<AmendedFact> differs = EnumSet.noneOf(AmendedFact.class);
        if (!told.country().equals(wanted.country())) {
            differs.add(AmendedFact.COUNTRY);
        }
        if (!Objects.equals(told.to(), wanted.to())) {
            differs.add(AmendedFact.SHIP_TO);
        }
        if (!Objects.equals(told.shipMethod(), wanted.shipMethod())) {
            differs.add(AmendedFact.SHIP_METHOD);
        }
        if (!Objects.equals(told.giftMessage(), wanted.giftMessage())) {
            differs.add(AmendedFact.GIFT_MESSAGE);
        }
        if (!told.entered().equals(wanted.entered())) {
            differs.add(AmendedFact.PROPERTIES);
        }
        return differs;
    }
}
