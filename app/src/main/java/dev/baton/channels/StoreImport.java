package dev.baton.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reading of the orders a store had open when it was connected.
 *
 * @param cutOverAt what was ordered before is known and never sent
 * @param taken orders read so far
 * @param endedAt null while it is under way
 * @param reason why it failed; null = it did not
 */
public record StoreImport(
        Instant cutOverAt,
        State state,
        @Nullable String pageAfter,
        long taken,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        /** It is being read. */
        PLANNED,
        /** All of them are read. */
        DONE,
        /** A person has to let Baton in; it is begun again then. */
        FAILED
    }
}
