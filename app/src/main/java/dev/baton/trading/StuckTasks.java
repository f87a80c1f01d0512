package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;

/** The task that stands for a document which waits for a person. */
final class StuckTasks {

    private static final String KIND = "trading.stuck";

    private StuckTasks() {}

    static boolean isStuck(TransmissionStatus status) {
        return status == TransmissionStatus.REFUSED || status == TransmissionStatus.PARKED;
    }

    static NewTask of(Transmission row, TransmissionStatus status, String reason) {
        String title = status == TransmissionStatus.REFUSED
                ? "The supplier's system refused " + row.idempotencyKey()
                : row.idempotencyKey() + " cannot be sent to the supplier";
        return new NewTask(
                KIND,
                "transmission",
                row.id().value(),
                title,
                reason
                        + ". Nothing more is sent by itself, and the order waits. Mend the cause together with the supplier, "
                        + "then resend it: the supplier gets the same bytes under the same key.");
    }

    /** For one whose mail came back after it had left. */
    static NewTask returned(Transmission row, String supplier, String reason) {
        boolean isOrder = row.kind() == TransmissionKind.PURCHASE_ORDER;
        return new NewTask(
                KIND,
                "transmission",
                row.id().value(),
                row.idempotencyKey() + " did not reach " + supplier,
                reason
                        + (isOrder
                                ? ". The order waits, and nobody is reminded."
                                : ". " + supplier + " does not know of it.")
                        + " Either find out which address " + supplier
                        + " reads, state it in the supplier's terms (mail) and resend it"
                        + " (POST /api/v1/transmissions/" + row.id().value()
                        + "/resend): the same mail goes to that address. "
                        + (isOrder
                                ? "Or cancel what it asks for (POST /api/v1/orders/…/cancel); what never arrived is"
                                        + " cancelled without a question."
                                : "Or settle it with " + supplier + " by telephone and record what it answers."));
    }

    static void close(Tasks tasks, MerchantId merchant, TransmissionId id, String why) {
        tasks.closeFor(merchant, KIND, id.value(), why);
    }
}
