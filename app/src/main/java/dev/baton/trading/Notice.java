package dev.baton.trading;

import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.Recall;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about a purchase order after it: a question, what was decided, a reminder. */
sealed interface Notice {

    /** Of the purchase order. */
    String number();

    /** Of the purchase order. */
    int version();

    /** Please do not ship that. */
    record Cancellation(CancellationNotice asked) implements Notice {

        @Override
        public String number() {
            return asked.number();
        }

        @Override
        public int version() {
            return asked.version();
        }
    }

    /** What became of another cost the supplier named. */
    record Price(CounterOfferNotice decided) implements Notice {

        @Override
        public String number() {
            return decided.number();
        }

        @Override
        public int version() {
            return decided.version();
        }
    }

    /**
     * Please stop or take back what left although it was cancelled.
     *
     * @param parcels it is in
     */
    record Recalled(String number, int version, Recall recall, List<ParcelView> parcels) implements Notice {}

    /**
     * You owe an answer.
     *
     * @param question the amendment that was asked before; null = the purchase order itself
     */
    record Reminder(String number, int version, @Nullable AmendmentId question, Instant respondBy) implements Notice {}
}
