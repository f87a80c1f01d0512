package dev.baton.channels;

import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tasks.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The tasks this module opens for people. */
public final class StoreTasks {

    /** The store refuses us, or we were given no access: subject is the store. */
    public static final String ACCESS = "channels.store-access";

    /** A message of a store cannot be used: subject is the intake. */
    public static final String REFUSED = "channels.intake-refused";

    /** A message of a store asks for something only a person may do: subject is the intake. */
    public static final String PERSON = "channels.intake-person";

    /** A shipment could not be told to the store: subject is the store fulfilment. */
    public static final String FULFILMENT = "channels.fulfilment";

    /** A store cannot tell one of its orders: subject stands for the order. */
    public static final String UNREAD = "channels.order-unread";

    /** The products of a store could not be read: subject is the store. */
    public static final String CATALOGUE = "channels.catalogue";

    /** Variants of a store can be sold although nobody has them: subject is the store. */
    public static final String AVAILABILITY = "channels.availability";

    /** A store is not told what may be sold: subject is the store. */
    public static final String UNTOLD = "channels.availability-untold";

    private static final String UNREAD_TITLE = "The store does not tell its order ";

    private StoreTasks() {}

    /** The store took no figures several times. */
    static NewTask untold(UUID store, String why) {
        return new NewTask(
                UNTOLD,
                "store",
                store,
                "The store is not told what may be sold",
                "It was tried several times: " + why + ". It is tried again by itself. If nothing is done, the store"
                        + " may sell what nobody has; take the products off sale there until this task closes.");
    }

    /** Variants the store does not count, sells on at zero, or takes no figure for. */
    static NewTask availability(UUID store, long untracked, long sellsOn, long refused) {
        return new NewTask(
                AVAILABILITY,
                "store",
                store,
                "The store can sell what nobody has: " + (untracked + sellsOn + refused) + " variants",
                untracked + " are not tracked by the store, " + sellsOn + " continue selling when out of stock, and of "
                        + refused + " the store takes no figure (not stocked at the location, or gone). Baton changes"
                        + " none of this by itself. If nothing is done, customers can buy units no supplier has. List"
                        + " them by GET /api/v1/stores/{code}/availability?state=warned and change them in the store;"
                        + " the task closes by itself.");
    }

    /** The store shows a tracking number that was corrected; Baton cannot change it there. */
    public static NewTask oldNumber(StoreFulfilment row, List<String> now, String why) {
        return new NewTask(
                FULFILMENT,
                "store_fulfilment",
                row.id(),
                "The store may show an old tracking number (order " + row.storeOrderId() + ")",
                "It was corrected to " + String.join(", ", now) + ", but " + why
                        + ". If nothing is done, the customer follows the wrong parcel there. Change the tracking number of"
                        + " the order's fulfilment in the store, then close this task.");
    }

    /** The products of the store could not be read. */
    public static NewTask catalogue(UUID store, String why) {
        return new NewTask(
                CATALOGUE,
                "store",
                store,
                "The products of the store could not be read",
                why + ". If nothing is done, what changed in the store and was not told by a webhook is not known here;"
                        + " it is tried again next night. To try at once, begin a pull of the store's catalogue.");
    }

    /** The poll went on without this order. */
    public static NewTask unread(UUID store, String storeOrderId, String why) {
        return new NewTask(
                UNREAD,
                "store_order",
                orderOf(store, storeOrderId),
                UNREAD_TITLE + storeOrderId,
                "It was asked several times: " + why + ". Other orders of the store go on. If nothing is done, Baton"
                        + " does not know what changed in this one; look at it in the store and change it there so that"
                        + " it is told again, or enter it by the API.");
    }

    /** Whether an order that cannot be read is one of that store: what stands for an order is made of both. */
    static boolean isUnreadOf(UUID store, Task task) {
        return task.title().startsWith(UNREAD_TITLE)
                && orderOf(store, task.title().substring(UNREAD_TITLE.length())).equals(task.subject());
    }

    private static UUID orderOf(UUID store, String storeOrderId) {
        return UUID.nameUUIDFromBytes((store + "/" + storeOrderId).getBytes(StandardCharsets.UTF_8));
    }

    /** The store refuses us. */
    public static NewTask access(UUID store, String why) {
        return new NewTask(
                ACCESS,
                "store",
                store,
                "The store does not let Baton in",
                why + " Until it does, shipments are not shown in the store and changes may be missed. Give the app the"
                        + " access it needs, or enter new credentials for the store; what waits goes on by itself.");
    }

    static NewTask refused(UUID intake, String topic, String why) {
        return new NewTask(
                REFUSED,
                "intake",
                intake,
                "A message of the store cannot be used (" + topic + ")",
                why + ". The message is kept as it came. If nothing is done, Baton does not know what it says; look at"
                        + " the order in the store, change it there so that it is sent again, or enter it by the API.");
    }
}
