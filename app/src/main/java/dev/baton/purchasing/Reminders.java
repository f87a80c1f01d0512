package dev.baton.purchasing;

import dev.baton.platform.work.NewWork;
import java.time.Instant;

/** The waiting work that ends when a supplier has answered every unit of a purchase order. */
final class Reminders {

    /** Kind of the work; its subject is the purchase order. */
    static final String KIND = "purchasing.reminder";

    /** Kind of the task that is left when a reminder had no effect; its subject is the purchase order. */
    static final String UNANSWERED = "purchasing.unanswered";

    private Reminders() {}

    static NewWork work(PurchaseOrderId of, Instant dueAt) {
        return new NewWork("purchasing", KIND, of.value(), dueAt, false);
    }
}
