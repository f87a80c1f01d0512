package dev.baton.trading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way with every attempt, first to last.
 *
 * @param nextAt when it is tried next, by itself; null = it is not
 */
public record TransmissionView(
        Transmission transmission,
        List<Attempt> attempts,
        @Nullable Instant nextAt) {}
