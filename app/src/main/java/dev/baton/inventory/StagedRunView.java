package dev.baton.inventory;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock file as it stands.
 *
 * @param state as the words of feed_run.state
 * @param effectiveAt the time its figures are believed to be of
 * @param reachedRow row up to which it is read
 * @param diff what it would change, or would have changed when it was judged; null until all of it is read
 * @param applied offers whose figure changed so far
 * @param faults rows with something to say about
 * @param reason why it was stopped or refused; null when it was not
 */
public record StagedRunView(
        FeedRunId id,
        SupplierId supplier,
        UUID source,
        FeedMode mode,
        String state,
        Instant effectiveAt,
        long reachedRow,
        @Nullable FeedDiff diff,
        int applied,
        int unchanged,
        int superseded,
        int faults,
        @Nullable String reason) {}
