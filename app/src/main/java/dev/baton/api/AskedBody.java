package dev.baton.api;

import dev.baton.orders.CustomerQuestion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was asked about a hold.
 *
 * @param repeats the store's name of the earlier order this one looks like
 * @param by who asked, such as {@code person:} or {@code key:} and an id
 * @param mailedAt when the question left by mail; null = it has not
 * @param answerBy a person is told when there is no answer by then, counted from when it left; a later one still counts
 * @param answer {@code send_both} or {@code cancel}; null = none
 */
record AskedBody(
        String repeats,
        Instant at,
        String by,
        @Nullable Instant mailedAt,
        Instant answerBy,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    static @Nullable AskedBody of(@Nullable CustomerQuestion question) {
        return question == null
                ? null
                : new AskedBody(
                        question.repeats(),
                        question.askedAt(),
                        question.askedByKind() + ":" + question.askedBy(),
                        question.mailedAt(),
                        question.answerBy(),
                        question.answer() == null ? null : Lists.word(question.answer()),
                        question.answeredAt());
    }
}
