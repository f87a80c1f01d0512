package dev.baton.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order that looks like a repeat of an earlier one was meant, as its customer was asked.
 *
 * @param hold the hold {@link HoldKind#POSSIBLE_DUPLICATE} that waits for the answer
 * @param repeats the store's name of the earlier order
 * @param askedByKind who asked, as in the audit: {@code person} or {@code key}, and {@code askedBy} the id of it
 * @param mailedAt when it left by mail; null = it has not
 * @param answerBy a person is told when there is no answer by then, counted from when it left; a later one still counts
 * @param answer null = none; it stays so where the hold ended another way
 * @param open whether the hold still waits
 */
public record CustomerQuestion(
        UUID hold,
        SalesOrderId order,
        String repeats,
        Instant askedAt,
        String askedByKind,
        String askedBy,
        @Nullable Instant mailedAt,
        Instant answerBy,
        @Nullable CustomerAnswer answer,
        @Nullable Instant answeredAt,
        boolean open) {

    /** When a person is told that nobody answers: a question that has not left gets its time once more, and no further. */
    Instant patientUntil() {
        return mailedAt == null ? answerBy.plus(Duration.between(askedAt, answerBy)) : answerBy;
    }
}
