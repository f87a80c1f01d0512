package dev.baton.api;

import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.Amendment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a supplier to ship differently than it was told, as the API shows it.
 *
 * @param changes what differs: {@code country}, {@code ship_to}, {@code ship_method}, {@code gift_message}, {@code properties}
 * @param respondBy null before it was asked
 * @param decision what a person chose; null while nobody has
 */
record AmendmentBody(
        String amendmentId,
        String state,
        List<String> changes,
        Instant plannedAt,
        @Nullable Instant askedAt,
        @Nullable Instant respondBy,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable String answerReason,
        @Nullable String decision,
        @Nullable String decisionNote,
        @Nullable Instant decidedAt) {

    static AmendmentBody of(Amendment question) {
        Amendment.Decision decision = question.decision();
        return new AmendmentBody(
                question.id().value().toString(),
                Lists.word(question.status()),
                words(question),
                question.plannedAt(),
                question.askedAt(),
                question.respondBy(),
                question.remindedAt(),
                question.answeredAt(),
                question.answerReason(),
                decision == null ? null : Lists.word(decision),
                question.decisionNote(),
                question.decidedAt());
    }

    /** Without what a supplier need not know: the merchant's own decision and note. */
    static AmendmentBody forSupplier(Amendment question) {
        AmendmentBody all = of(question);
        return new AmendmentBody(
                all.amendmentId(),
                all.state(),
                all.changes(),
                all.plannedAt(),
                all.askedAt(),
                all.respondBy(),
                all.remindedAt(),
                all.answeredAt(),
                all.answerReason(),
                null,
                null,
                null);
    }

    static List<String> words(Amendment question) {
        return question.changes().stream()
                .sorted()
                .map((AmendedFact fact) -> Lists.word(fact))
                .toList();
    }
}
