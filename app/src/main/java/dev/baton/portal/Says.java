package dev.baton.portal;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.shipping.ParcelProblem;
import dev.baton.suppliers.SupplierProblem;

/** Refusals in the supplier's language. Our own name a key of {@link Words}; what the acts say is English. */
final class Says {

    private static final String KEY = "error.";

    private Says() {}

    static String of(Words words, Problem refused) {
        if (refused.detail().startsWith(KEY)) {
            return words.say(refused.detail());
        }
        if (refused.code() == PurchasingProblem.ALREADY_SHIPPED) {
            return words.say("error.shipped");
        }
        if (refused.code() == PurchasingProblem.CANCELLATION_ANSWERED
                || refused.code() == PurchasingProblem.AMENDMENT_ANSWERED
                || refused.code() == PurchasingProblem.RECALL_ANSWERED) {
            return words.say("error.answered-otherwise");
        }
        if (refused.code() == PurchasingProblem.AMENDMENT_CLOSED) {
            return words.say("error.asked-anew");
        }
        if (refused.code() == ParcelProblem.DELIVERED_ALREADY) {
            return words.say("error.delivered");
        }
        if (refused.code() == SupplierProblem.SUPPLIER_TERM_INVALID) {
            return words.say("error.closure");
        }
        if (refused.code() == CommonProblem.CONFLICT) {
            return words.say("error.nothing-left");
        }
        return words.say("error.other", refused.detail());
    }
}
