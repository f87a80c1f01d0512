package dev.baton.trading.sources;

import org.jspecify.annotations.Nullable;

/** What a look at a source brought. */
sealed interface Fetched {

    /** There is nothing that was not taken already. */
    record Nothing() implements Fetched {}

    /**
     * A file is there, but whether it is whole only a second look tells.
     *
     * @param mark what it looks like now
     * @param hostKey the fingerprint the server showed
     */
    record Unsettled(String mark, @Nullable String hostKey) implements Fetched {}

    /**
     * A file was taken.
     *
     * @param mark SFTP: what it looked like
     * @param etag HTTPS: what the server calls this version
     * @param lastModified HTTPS: as the server wrote it
     * @param hostKey SFTP: the fingerprint the server showed
     * @param next SFTP: what a later file that waits looks like now; null = none does
     */
    record Taken(
            @Nullable String mark,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String hostKey,
            @Nullable String next)
            implements Fetched {}

    /**
     * Nothing could be fetched.
     *
     * @param lasting a person has to mend something before it can go well
     */
    record Trouble(String reason, boolean lasting) implements Fetched {}
}
