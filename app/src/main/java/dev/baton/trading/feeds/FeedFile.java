package dev.baton.trading.feeds;

import dev.baton.inventory.FeedRunId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.trading.sources.FileSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stock file as it came.
 *
 * @param version of the feed's definition it is read by
 * @param run what became of it in inventory
 * @param mends the file whose faulty rows it brings again
 * @param unreadable why it is no table; null when it is one, or is not read yet
 * @param askedAt when the supplier was asked whether it is right
 * @param answer what the supplier said
 */
public record FeedFile(
        FeedFileId id,
        FeedId feed,
        int version,
        FeedRunId run,
        DocumentId document,
        String name,
        long bytes,
        Instant receivedAt,
        FileSource.Kind cameBy,
        @Nullable FeedFileId mends,
        @Nullable String unreadable,
        @Nullable Instant askedAt,
        @Nullable Answer answer) {

    /** What a supplier says of a file that looks wrong. */
    public enum Answer {
        /** It is as it should be: it is believed. */
        RIGHT,
        /** It is a mistake: it is refused, and a better one is waited for. */
        WRONG
    }
}
