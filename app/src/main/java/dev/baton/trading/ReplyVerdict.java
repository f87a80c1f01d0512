package dev.baton.trading;

import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import dev.baton.platform.mail.SmtpResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means for the document it answers.
 *
 * @param httpStatus null when no answer came
 * @param body the reply's first bytes
 * @param note in words; null = nothing to say
 * @param retryAfter how long the supplier's system wants to be left alone; null = it did not say
 * @param misset whether no document at all leaves this way until an operator has mended a setting
 */
record ReplyVerdict(
        AttemptOutcome outcome,
        @Nullable Integer httpStatus,
        byte[] body,
        @Nullable String note,
        @Nullable Duration retryAfter,
        boolean misset) {

    /** Most bytes of a reply that are kept. */
    static final int MOST_BODY_BYTES = 16 * 1024;

    private static final byte[] NOTHING = {};
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 503);
    private static final int CONFLICT = 409;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * Judges a reply.
     *
     * @param number the purchase order's number: a conflict that names it says "I have this one already"
     */
    static ReplyVerdict of(OutboundReply reply, String number) {
        return switch (reply) {
            case NotSent notSent ->
                new ReplyVerdict(AttemptOutcome.NOT_SENT, null, NOTHING, notSent.reason(), null, false);
            case Unknown unknown ->
                new ReplyVerdict(AttemptOutcome.UNKNOWN, null, NOTHING, unknown.reason(), null, false);
            case Answered answered -> answered(answered, number);
        };
    }

    /** Judges what the mail relay did. */
    static ReplyVerdict of(SmtpResult result) {
        return switch (result) {
            case SmtpResult.Delivered taken ->
                new ReplyVerdict(
                        AttemptOutcome.DELIVERED,
                        null,
                        taken.reply().getBytes(StandardCharsets.UTF_8),
                        null,
                        null,
                        false);
            case SmtpResult.NotSent notSent ->
                new ReplyVerdict(AttemptOutcome.NOT_SENT, null, NOTHING, notSent.why(), null, !notSent.retryable());
            case SmtpResult.Unknown unknown ->
                new ReplyVerdict(AttemptOutcome.UNKNOWN, null, NOTHING, unknown.why(), null, false);
            case SmtpResult.RefusedForGood refused ->
                new ReplyVerdict(AttemptOutcome.REFUSED, null, NOTHING, refused.why(), null, false);
        };
    }

    private static ReplyVerdict answered(Answered answered, String number) {
        byte[] body = answered.body().length <= MOST_BODY_BYTES
                ? answered.body()
                : Arrays.copyOf(answered.body(), MOST_BODY_BYTES);
        AttemptOutcome outcome = outcome(answered.status(), body, number);
        String note = outcome == AttemptOutcome.DELIVERED ? null : "answered " + answered.status();
        return new ReplyVerdict(outcome, answered.status(), body, note, pause(answered), false);
    }

    private static AttemptOutcome outcome(int status, byte[] body, String number) {
        if (status >= 200 && status < 300) {
            return AttemptOutcome.DELIVERED;
        }
        if (status == CONFLICT && names(new String(body, StandardCharsets.UTF_8), number)) {
            return AttemptOutcome.ALREADY_THERE;
        }
        if (BUSY.contains(status)) {
            return AttemptOutcome.BUSY;
        }
        return status >= 500 ? AttemptOutcome.UNKNOWN : AttemptOutcome.REFUSED;
    }

    /** Whether the text names this very number, not one that merely begins or ends like it. */
    private static boolean names(String text, String number) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(number) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    /** RFC 9110 10.2.3, the form in seconds; a date or nonsense counts as not said. */
    private static @Nullable Duration pause(Answered answered) {
        String said = answered.header("retry-after").orElse("");
        if (said.isEmpty() || said.length() > 9 || !said.chars().allMatch(Character::isDigit)) {
            return null;
        }
        Duration pause = Duration.ofSeconds(Long.parseLong(said));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
