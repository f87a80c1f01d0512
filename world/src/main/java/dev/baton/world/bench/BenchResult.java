package dev.baton.world.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Everything one {@code bench} measured; what was not asked for is empty.
 *
 * @param rssPeakMiB the most memory Baton's own process ever had resident
 * @param firstStartSeconds from Baton's start on an empty folder, in which it creates its database, until it answers
 * @param startSeconds the same on a folder whose database is there
 */
public record BenchResult(
        Optional<LimitResult> limits,
        Optional<RoadResult> road,
        Optional<FeedResult> feed,
        Optional<PagesResult> pages,
        OptionalLong rssPeakMiB,
        OptionalDouble firstStartSeconds,
        OptionalDouble startSeconds) {

    /** Whether the road's figures count, or it was not measured. */
    public boolean counts() {
        return road.stream().allMatch(measured -> measured.faults().sum() == 0);
    }

    /** For other programs; the keys are stable. Not measured is {@code null}. */
    public String toJson() {
        return BenchJson.of(this);
    }

    /** For a person: one figure a line, the road as a share of the limits. */
    public String toTable() {
        return BenchTable.of(this);
    }
}
