package dev.baton.purchasing;

import dev.baton.platform.Tasks.NewTask;

/** The task a person has about units a supplier shipped after it had agreed not to; it says where its answer stands. */
final class RecallTasks {

    /** Its subject is the shipment. */
    static final String KIND = "shipping.after-cancel";

    private RecallTasks() {}

    static NewTask shipped(PurchaseOrder of, Recall recall) {
        return task(
                recall,
                "The supplier shipped units of " + of.number() + " it had agreed to cancel",
                "The parcel is on its way to the customer, who was not told of it. The supplier is asked to call it back or to"
                        + " take it back, and must answer. If nothing is done it arrives and nobody paid for it: ask the carrier"
                        + " to call it back, or the customer to return it; it is the supplier's fault, which its page keeps.");
    }

    static NewTask unanswered(PurchaseOrder of, Recall recall) {
        return task(
                recall,
                "The supplier did not say whether it takes back what it shipped of " + of.number(),
                "It had agreed to cancel these units, and the agreed working hours are over. If nothing is done the parcel"
                        + " arrives and nobody paid for it. Call the supplier and record its answer, ask the carrier to call it"
                        + " back, or the customer to return it.");
    }

    static NewTask takesBack(PurchaseOrder of, Recall recall) {
        return task(
                recall,
                "The supplier takes back what it shipped of " + of.number() + " after it was cancelled",
                "It pays for the way back. If nothing is done the customer does not know. Tell the customer to refuse the"
                        + " parcel or to send it back, then close this task.");
    }

    static NewTask refused(PurchaseOrder of, Recall recall) {
        return task(
                recall,
                "The supplier does not take back what it shipped of " + of.number() + " after it was cancelled",
                "If nothing is done the parcel arrives and nobody paid for it. It is the supplier's fault, which its page"
                        + " keeps: do not pay for these units. Ask the carrier to call it back, the customer to return it, or"
                        + " let the customer keep it and have it told that the parcel comes after all.");
    }

    private static NewTask task(Recall recall, String title, String detail) {
        return new NewTask(KIND, "shipment", recall.shipment(), title, detail);
    }
}
