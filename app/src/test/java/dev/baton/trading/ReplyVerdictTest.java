package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED",
        "202, DELIVERED",
        "204, DELIVERED",
        "301, REFUSED",
        "400, REFUSED",
        "401, REFUSED",
        "404, REFUSED",
        "408, BUSY",
        "409, REFUSED",
        "410, REFUSED",
        "422, REFUSED",
        "425, BUSY",
        "429, BUSY",
        "500, UNKNOWN",
        "502, UNKNOWN",
        "503, BUSY",
        "504, UNKNOWN"
    })
    void readsTheStatus(int status, AttemptOutcome expected) {
        assertThat(ReplyVerdict.of(answered(status, "no"), "1001-1").outcome()).isEqualTo(expected);
    }

    @Test
    void takesAConflictThatNamesTheNumberAsArrivedBefore() {
        ReplyVerdict verdict = ReplyVerdict.of(answered(409, "{\"number\":\"1001-1\"}"), "1001-1");

        assertThat(verdict.outcome()).isEqualTo(AttemptOutcome.ALREADY_THERE);
    }

    @Test
    void takesAConflictOverAnotherNumberAsRefused() {
        ReplyVerdict verdict = ReplyVerdict.of(answered(409, "{\"number\":\"1001-12\"}"), "1001-1");

        assertThat(verdict.outcome()).isEqualTo(AttemptOutcome.REFUSED);
    }

    @Test
    void knowsThatNothingLeft() {
        assertThat(ReplyVerdict.of(new NotSent("no connection"), "1001-1").outcome())
                .isEqualTo(AttemptOutcome.NOT_SENT);
    }

    @Test
    void doesNotKnowWhatATimeOutMeans() {
        assertThat(ReplyVerdict.of(new Unknown("timed out"), "1001-1").outcome())
                .isEqualTo(AttemptOutcome.UNKNOWN);
    }

    @Test
    void cutsALongReply() {
        ReplyVerdict verdict = ReplyVerdict.of(answered(500, "x".repeat(20_000)), "1001-1");

        assertThat(verdict.body()).hasSize(ReplyVerdict.MOST_BODY_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "999999, PT1H", "soon, ", "'Wed, 21 Oct 2026 07:28:00 GMT', "})
    void heedsTheWishToBeLeftAlone(String header, Duration expected) {
        Answered busy = new Answered(429, Map.of("retry-after", List.of(header)), new byte[0]);

        assertThat(ReplyVerdict.of(busy, "1001-1").retryAfter()).isEqualTo(expected);
    }

    private static OutboundReply answered(int status, String body) {
        return new Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
