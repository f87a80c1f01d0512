package dev.baton.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer's stock as a decision sees it.
 *
 * @param observed selling units by the supplier's last figure
 * @param buffer selling units kept back
 * @param uncovered promised units the figure still contains
 * @param available units that may be promised now, after what is withheld while the feed is stale, 0 when there is a shortage
 * @param effectiveAt the time the figure is believed to be of; null when no feed ever spoke of the offer
 */
public record StockSeen(
        int observed,
        int buffer,
        long uncovered,
        int available,
        @Nullable Instant effectiveAt) {}
