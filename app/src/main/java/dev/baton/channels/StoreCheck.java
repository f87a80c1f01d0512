package dev.baton.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last look at what a store grants and tells of.
 *
 * @param lacking scopes the app lacks
 * @param toldOf topics the store sends webhooks of to this Baton
 * @param healed webhooks the last look made, because they were missing
 * @param reason why it failed, or why there are no webhooks; null = nothing to say
 * @param checkedAt null = it was never looked at
 */
public record StoreCheck(
        State state,
        List<String> lacking,
        int toldOf,
        int healed,
        @Nullable String reason,
        @Nullable Instant checkedAt) {

    public StoreCheck {
        lacking = List.copyOf(lacking);
    }

    /** How it stands. */
    public enum State {
        /** The store is being asked. */
        ASKING,
        /** Everything needed is granted. */
        FINE,
        /** Scopes are missing; a person grants them in the store. */
        LACKING,
        /** The store did not answer, or refuses us. */
        FAILED
    }
}
