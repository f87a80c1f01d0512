package dev.baton.trading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test order to a supplier's channel, and what came of it.
 *
 * @param endedAt null while it waits
 * @param note what the supplier's system or the relay said; null = nothing
 */
public record TestOrder(
        UUID id,
        State state,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String note) {

    /** Where it stands. */
    public enum State {
        /** It is about to leave; SENT or FAILED follows. */
        WAITING,
        /** The supplier's system, or the relay, took it. Final. */
        SENT,
        /** It was not taken. Final. */
        FAILED
    }
}
