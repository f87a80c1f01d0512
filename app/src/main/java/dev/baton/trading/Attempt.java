package dev.baton.trading;

import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a document over.
 *
 * @param attempt counts from 1
 * @param httpStatus null when no answer came
 * @param reply the supplier's reply, cut at 16 KiB; null = empty or none
 * @param note what happened in words; null = nothing to say
 */
public record Attempt(
        TransmissionId transmission,
        int attempt,
        Instant beganAt,
        Instant endedAt,
        AttemptOutcome outcome,
        @Nullable Integer httpStatus,
        @Nullable DocumentId reply,
        @Nullable String note) {}
