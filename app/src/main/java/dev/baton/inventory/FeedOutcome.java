package dev.baton.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a feed.
 *
 * @param applied offers whose figure changed, those left out of a full run among them
 * @param unchanged offers whose figure was confirmed
 * @param superseded rows older than what is known already
 * @param faults rows that could not be taken as they were
 * @param quarantined true when the run was not applied at all and a person was asked, or is to be asked because of
 *     {@code doubt}
 * @param diff what it changes, or would change; null when it was not looked at as a whole
 * @param doubt why it does not look right, in words; null when it does or was not looked at
 */
public record FeedOutcome(
        FeedRunId feedRunId,
        int applied,
        int unchanged,
        int superseded,
        List<FeedFault> faults,
        boolean quarantined,
        @Nullable FeedDiff diff,
        @Nullable String doubt) {

    public FeedOutcome {
        faults = List.copyOf(faults);
    }
}
