package dev.baton.inventory;

import java.util.List;

/**
 * What became of a feed.
 *
 * @param applied offers whose figure changed, those left out of a full run among them
 * @param unchanged offers whose figure was confirmed
 * @param superseded rows older than what is known already
 * @param faults rows that could not be taken as they were
 * @param quarantined true when the run was not applied at all and a person was asked
 */
public record FeedOutcome(
        FeedRunId feedRunId, int applied, int unchanged, int superseded, List<FeedFault> faults, boolean quarantined) {

    public FeedOutcome {
        faults = List.copyOf(faults);
    }
}
