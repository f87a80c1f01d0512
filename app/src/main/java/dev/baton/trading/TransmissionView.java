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
        @Nullable Instant nextAt) {

    /**
     * When the supplier is known to have had it: its system took it, or a report said that the mail lies in its mailbox.
     *
     * @return null = it has not arrived, or only a relay is known to have it
     */
    public @Nullable Instant deliveredAt() {
        Instant reported = transmission.reportedAt();
        return reported != null
                ? reported
                : attempts.stream()
                        .filter(attempt -> attempt.httpStatus() != null
                                && (attempt.outcome() == AttemptOutcome.DELIVERED
                                        || attempt.outcome() == AttemptOutcome.ALREADY_THERE))
                        .map(Attempt::endedAt)
                        .findFirst()
                        .orElse(null);
    }
}
