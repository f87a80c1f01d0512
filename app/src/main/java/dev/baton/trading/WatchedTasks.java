package dev.baton.trading;

import dev.baton.platform.Tasks.NewTask;

/**
 * The task that stands for all documents planned while a supplier or store was watched. Going live sends none of them by
 * itself: what happened meanwhile outside is known to people only, and a second parcel cannot be called back.
 */
final class WatchedTasks {

    private WatchedTasks() {}

    static NewTask of(Step.Watch watch) {
        return new NewTask(
                "trading.watched",
                watch.subjectType(),
                watch.subject(),
                "Purchase orders are planned and not sent: " + watch.reason(),
                "GET /api/v1/transmissions?state=planned lists them. When the " + watch.subjectType()
                        + " is live, send each that is still wanted with POST /api/v1/transmissions/{id}/resend, and cancel"
                        + " the orders that were handled in another way. None of them leaves by itself.");
    }
}
