package dev.baton.channels;

import dev.baton.merchants.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of all products of a store.
 *
 * @param operationId the store's id of the operation that writes the file; null until it was asked
 * @param fileUrl where the file is; null until it is written, or when there is nothing in it
 * @param readBytes bytes of the file that are kept already
 * @param products products kept so far
 * @param variants variants of these
 * @param unreadable products that could not be understood; they stand as they stood
 * @param askedAt when the store began to write the file
 * @param reason why it failed, or what is to be known of it; null = nothing
 */
public record CataloguePull(
        UUID id,
        StoreId store,
        State state,
        @Nullable String operationId,
        @Nullable String fileUrl,
        long readBytes,
        long products,
        long variants,
        long unreadable,
        Instant begunAt,
        @Nullable Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        /** The store is to be asked. */
        PLANNED,
        /** The store writes the file. */
        RUNNING,
        /** The file is being read. */
        READING,
        /** The file is read; what it did not list is being removed. */
        SWEEPING,
        /** The catalogue stands as the store had it. */
        DONE,
        /** It came to nothing; the reason says why, and a task is open. */
        FAILED
    }
}
