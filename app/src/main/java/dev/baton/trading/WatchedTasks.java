package dev.baton.trading;

import dev.baton.platform.Tasks.NewTask;

/**
 * The task that stands for all documents planned while a supplier or store was watched. Going live sends none of them by
 * itself: what happened meanwhile outside is known to people only, and a second parcel cannot be called back.
 */
final class WatchedTasks {

    /** Kind of the task; its subject is the supplier or the store. */
    static final String KIND = "trading.watched";

    private WatchedTasks() {}

    static NewTask of(Step.Watch watch) {
        return new NewTask(
                KIND,
                watch.subjectType(),
                watch.subject(),
                "Purchase orders are planned and not sent: " + watch.reason(),
                "Watching in the console lists them, as GET /api/v1/transmissions?state=planned does. When the "
                        + watch.subjectType()
                        + " goes live, choose there whether those that wait are sent, too; one by one by POST"
                        + " /api/v1/transmissions/{id}/resend. Cancel the orders that were handled in another way. If"
                        + " nothing is done none of them leaves.");
    }
}
