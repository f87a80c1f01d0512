package dev.baton.world.bench;

/**
 * How long stock files took, from the first byte sent until every figure counts, beside what the database alone takes
 * for the same rows in the same run. All times in seconds.
 *
 * @param rows items of each file
 * @param changed a file in which one row in twenty says another figure
 * @param claimP99Ratio the p99 of an order's acceptance while files are merged, to that without any
 */
public record FeedResult(int rows, Limit limit, double allNew, double changed, double unchanged, double claimP99Ratio) {

    /** The database alone: copy, analyze, merge. */
    public record Limit(double allNew, double changed) {}
}
