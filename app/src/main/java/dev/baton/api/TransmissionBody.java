package dev.baton.api;

import dev.baton.trading.Attempt;
import dev.baton.trading.Transmission;
import dev.baton.trading.TransmissionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to a supplier, as the API shows it.
 *
 * @param kind purchase order, cancellation or reminder
 * @param purchaseOrder the number of the purchase order it is about
 * @param deliveredAt when its system took it, or a report said that the mail lies in its mailbox; null = not known
 * @param nextAttemptAt when it is tried next, by itself; null = it is not
 * @param reason why it stands where it stands; null = nothing to say
 */
record TransmissionBody(
        String id,
        String kind,
        String purchaseOrder,
        String supplier,
        String state,
        Instant plannedAt,
        Instant sendAfter,
        @Nullable Instant attemptedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        List<Try> attempts) {

    /** One try; {@code httpStatus} is null when no answer came. */
    record Try(
            int attempt,
            Instant beganAt,
            Instant endedAt,
            String outcome,
            @Nullable Integer httpStatus,
            @Nullable String note) {

        static Try of(Attempt attempt) {
            return new Try(
                    attempt.attempt(),
                    attempt.beganAt(),
                    attempt.endedAt(),
                    Lists.word(attempt.outcome()),
                    attempt.httpStatus(),
                    attempt.note());
        }
    }

    static TransmissionBody of(TransmissionView view, String number, String supplier) {
        Transmission row = view.transmission();
        return new TransmissionBody(
                row.id().value().toString(),
                Lists.word(row.kind()),
                number,
                supplier,
                Lists.word(row.status()),
                row.plannedAt(),
                row.sendAfter(),
                row.attemptedAt(),
                view.deliveredAt(),
                view.nextAt(),
                row.reason(),
                view.attempts().stream().map(Try::of).toList());
    }
}
