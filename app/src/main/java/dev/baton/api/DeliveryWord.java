package dev.baton.api;

import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Amendment.Decision;

/**
 * How an order reads whose delivery the store wants otherwise than a supplier was told. Never "changed" before the
 * supplier has said yes.
 */
final class DeliveryWord {

    private DeliveryWord() {}

    /** Such as "going to the old address, Acme asked". */
    static String reads(Amendment question, String supplier) {
        return going(question) + ", " + stand(question, supplier);
    }

    private static String going(Amendment question) {
        if (question.changes().contains(AmendedFact.COUNTRY)) {
            return "going to the old country";
        }
        return question.changes().contains(AmendedFact.SHIP_TO)
                ? "going to the old address"
                : "going out without the change of " + AmendedFact.inWords(question.changes());
    }

    private static String stand(Amendment question, String supplier) {
        Decision decision = question.decision();
        if (decision != null) {
            return switch (decision) {
                case LET_GO -> "let go";
                case CANCEL -> supplier + " asked not to ship it";
                case INTERCEPT -> "to be stopped on its way";
            };
        }
        return switch (question.status()) {
            case PLANNED -> supplier + " is being asked";
            case ASKED -> supplier + " asked";
            case HELD -> supplier + " not asked: a person decides";
            case REFUSED -> supplier + " refused";
            case OVERTAKEN -> "it left before " + supplier + " answered";
            case REPLACED -> supplier + " is asked for something else first";
            case AGREED, WITHDRAWN, DECIDED -> "settled";
        };
    }
}
