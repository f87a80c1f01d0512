package dev.baton.world.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trackers as EasyPost tells of them: signed over the very bytes, whole stories, the same event again until it is taken. */
class TrackingServiceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Step UNDER_WAY = new Step("IN_TRANSIT", "in_transit", 35, "Departed facility");
    private static final Step THERE = new Step("DELIVERED", "delivered", 110, "Left at the door");

    private final List<Request> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Caller caller = new Caller();
    private final MiniServer baton = MiniServer.start(0, request -> {
        got.add(request);
        return Reply.text(refusals.getAndDecrement() > 0 ? 503 : 200, "");
    });
    private final TrackingService service = new TrackingService(
            new BatonApi(caller, baton.url(), "bk_secret", Duration.ofSeconds(10)), "/hooks/easypost/0a");

    @AfterEach
    void close() {
        caller.close();
        baton.close();
    }

    private static Scan scan(Step step) {
        return new Scan("1001", "DHL Express", "3318810025", step, NOON.plus(Duration.ofMinutes(step.minutes())));
    }

    private JsonNode told(int message) {
        return Objects.requireNonNull(Json.readOrNull(got.get(message).body().bytes()));
    }

    @Test
    void signsTheVeryBytesWithTheSecretInNormalFormAndSendsNoKey() throws GeneralSecurityException {
        service.tell(scan(UNDER_WAY));

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("hollow oak a\u0300 la carte".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = "hmac-sha256-hex="
                + HexFormat.of().formatHex(mac.doFinal(got.getFirst().body().bytes()));
        assertThat(got.getFirst().path()).isEqualTo("/hooks/easypost/0a");
        assertThat(got.getFirst().header("X-Hmac-Signature")).isEqualTo(expected);
        assertThat(got.getFirst().header("authorization")).isNull();
    }

    @Test
    void tellsTheWholeStoryEachTimeInTheOrderOfTheCarriersClock() {
        service.tell(scan(THERE));
        service.tell(scan(UNDER_WAY));

        JsonNode tracker = told(1).path("result");
        assertThat(told(0).path("description").asString("")).isEqualTo("tracker.created");
        assertThat(told(1).path("description").asString("")).isEqualTo("tracker.updated");
        assertThat(tracker.path("carrier").asString("")).isEqualTo("DHLExpress");
        assertThat(tracker.path("status").asString("")).isEqualTo("delivered");
        assertThat(tracker.path("tracking_details").values())
                .extracting(detail -> detail.path("status").asString(""))
                .containsExactly("in_transit", "delivered");
    }

    @Test
    void sendsTheSameEventAgainUntilItIsTaken() {
        refusals.set(2);

        int status = service.tell(scan(UNDER_WAY));

        assertThat(status).isEqualTo(200);
        assertThat(got)
                .hasSize(3)
                .extracting(request -> request.body().sha256())
                .containsOnly(got.getFirst().body().sha256());
    }
}
