package dev.baton.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a store's order a message tells of; the newer one wins, whichever comes first.
 *
 * @param updatedAt the store's own time of the last change
 * @param triggeredAt when the store set off the message, or null (a poll has none)
 */
public record OrderVersion(Instant updatedAt, @Nullable Instant triggeredAt) {

    /** Negative when this is older than the other, positive when newer, 0 when the times do not tell. */
    int compareTo(OrderVersion other) {
        int byUpdate = updatedAt.compareTo(other.updatedAt);
        if (byUpdate != 0 || triggeredAt == null || other.triggeredAt == null) {
            return byUpdate;
        }
        return triggeredAt.compareTo(other.triggeredAt);
    }
}
