package dev.baton.trading.feeds;

import dev.baton.platform.ProblemCode;

/** Why an act on a feed is refused. */
public enum FeedProblem implements ProblemCode {
    /** There is no feed of that name; define it first. */
    FEED_UNKNOWN(404, "There is no such feed"),
    /** There is no stock file of that id. */
    FEED_FILE_UNKNOWN(404, "There is no such stock file"),
    /** A part of the definition cannot be; the field says which. */
    FEED_INVALID(422, "The feed cannot be defined so"),
    /** The file lacks a column the mapping names; mend the mapping or the file. */
    FEED_COLUMN_MISSING(422, "The file lacks a column");

    private final int status;
    private final String title;

    FeedProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
