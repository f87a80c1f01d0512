package dev.baton.tracking.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.RunningBaton;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.testing.SharedDocuments;
import dev.baton.tracking.CarrierHooks;
import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordEstimates;
import dev.baton.tracking.ScanCode;
import dev.baton.tracking.TrackingLookup;
import dev.baton.tracking.TrackingLookup.UnmatchedNumber;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scans as EasyPost tells them, over HTTP; the numbers are made up. */
class EasyPostHooksTest {

    private static final String SECRET = "sécret of ours";

    private static final String EVENT = """
            {"object": "Event", "id": "evt_%s", "description": "tracker.updated", "result": {
              "object": "Tracker", "tracking_code": "%s", "carrier": "UPS", "status": "in_transit",
              "est_delivery_date": "2026-03-09T00:00:00Z",
              "tracking_details": [
                {"status": "pre_transit", "message": "Label made", "datetime": "2026-03-02T10:00:00Z",
                 "tracking_location": {"city": null, "state": null, "country": "US"}},
                {"status": "in_transit", "message": "Picked up", "datetime": "2026-03-03T10:00:00Z",
                 "tracking_location": {"city": "Orlando", "state": "FL", "country": "US"}},
                {"status": "unknown", "message": "?", "datetime": "2026-03-03T11:00:00Z"},
                {"status": "delivered", "message": "when?", "datetime": "soon"}]}}""";

    private final RunningBaton baton = RunningBaton.shared();
    private final MerchantId merchant = baton.newMerchant();

    private void secret(String secret) {
        baton.bean(CarrierHooks.class).set(merchant, EasyPostHooks.SERVICE, secret);
    }

    private int tell(String body) {
        byte[] signature = EasyPostSignature.sign(body.getBytes(StandardCharsets.UTF_8), SECRET);
        return tell(
                merchant.value().toString(),
                body,
                "hmac-sha256-hex=" + HexFormat.of().formatHex(signature));
    }

    private int tell(String to, String body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baton.baseUrl().resolve("/hooks/easypost/" + to))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Hmac-Signature", signature);
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private <T> T in(java.util.function.Supplier<T> body) {
        return baton.bean(Tenancy.class).inTransaction(merchant, body);
    }

    private List<String> outcomes() {
        return in(() -> baton.bean(JdbcClient.class)
                .sql("""
                        select outcome from carrier_message where merchant_id = :merchant and read_at is not null
                        order by id
                        """)
                .param("merchant", merchant.value())
                .query(String.class)
                .list());
    }

    private void read(int messages) {
        await().atMost(Duration.ofSeconds(20)).until(() -> outcomes().size() == messages);
    }

    @Test
    void keepsAMessageAndRecordsItsScansOnceHoweverOftenItIsTold() {
        secret(SECRET);

        assertThat(tell(EVENT.formatted("1", "1ZBAT0N10300123458"))).isEqualTo(200);
        assertThat(tell(EVENT.formatted("1", "1ZBAT0N10300123458"))).isEqualTo(200);
        assertThat(tell(EVENT.formatted("2", "1ZBAT0N10300123458"))).isEqualTo(200);

        read(2);
        assertThat(outcomes())
                .containsExactly(
                        "2 recorded, 0 known, 2 of numbers no shipment has named",
                        "0 recorded, 2 known, 2 of numbers no shipment has named");
        assertThat(in(() -> baton.bean(TrackingLookup.class).unmatched(merchant, 10)))
                .containsExactly(new UnmatchedNumber(
                        "ups", "1ZBAT0N10300123458", ScanCode.IN_TRANSIT, Instant.parse("2026-03-03T10:00:00Z")));
    }

    @Test
    void readsThatAParcelIsLostFromTheSecondWordUnlessItsWayHasEnded() {
        secret(SECRET);
        String event = EVENT.replace(
                "{\"status\": \"unknown\", \"message\"",
                "{\"status\": \"%s\", \"status_detail\": \"lost\", \"message\"");

        assertThat(tell(event.formatted("1", "1ZBAT0N10300123458", "failure"))).isEqualTo(200);
        assertThat(tell(event.formatted("2", "1Z999AA10123456784", "delivered")))
                .isEqualTo(200);

        read(2);
        assertThat(in(() -> baton.bean(TrackingLookup.class).unmatched(merchant, 10)))
                .extracting(UnmatchedNumber::trackingNumber, UnmatchedNumber::status)
                .containsExactlyInAnyOrder(
                        tuple("1ZBAT0N10300123458", ScanCode.LOST), tuple("1Z999AA10123456784", ScanCode.DELIVERED));
    }

    @Test
    void refusesWhatIsNotSignedWithTheSecret() {
        String body = EVENT.formatted("1", "1ZBAT0N10300123458");
        assertThat(tell(body)).as("no secret is set").isEqualTo(404);
        secret("another secret");
        assertThat(tell(body)).isEqualTo(401);
        secret(SECRET);

        assertThat(tell(merchant.value().toString(), body, null)).isEqualTo(401);
        assertThat(tell(merchant.value().toString(), body, "hmac-sha256-hex=zz"))
                .isEqualTo(401);
        assertThat(tell(merchant.value().toString(), body, "sha1=00")).isEqualTo(401);
        assertThat(tell("nobody", body, null)).isEqualTo(404);
        assertThat(tell(merchant.value().toString(), "x".repeat(1024 * 1024 + 1), null))
                .isEqualTo(413);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void keepsWhatSaysNothingOfAParcel() {
        secret(SECRET);

        assertThat(tell("{\"object\": \"Event\", \"id\": \"evt_9\", \"result\": {\"object\": \"Batch\"}}"))
                .isEqualTo(200);
        assertThat(tell("no json at all")).isEqualTo(200);
        assertThat(tell(EVENT.formatted("10", " - "))).isEqualTo(200);

        read(3);
        assertThat(outcomes().subList(0, 2)).containsOnly("says nothing of a parcel");
        assertThat(outcomes().getLast()).startsWith("cannot be recorded: ");
    }

    @Test
    void refusesASecretThatIsTooShort() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> secret("short"))
                .hasMessageContaining("secret");
    }

    @Test
    void readsRealEventsAndTrackers() throws IOException {
        Path folder = SharedDocuments.find("carrier/easypost-docs").orElse(null);
        assumeTrue(folder != null, "needs the real samples beside the repository");

        TrackerEvent event = TrackerEvent.read(Files.readAllBytes(folder.resolve("event-body.json")))
                .orElseThrow();
        assertThat(event.scans()).hasSize(7).first().satisfies(scan -> {
            assertThat(scan.code()).isEqualTo(ScanCode.PRE_TRANSIT);
            assertThat(scan.occurredAt()).isEqualTo(Instant.parse("2024-07-31T15:00:00Z"));
        });
        assertThat(event.scans().getLast().place()).isEqualTo("EDISON, NJ, US");
        assertThat(event.estimate())
                .isEqualTo(new RecordEstimates.Estimate("FedEx", "1", LocalDate.parse("2024-08-05")));

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                TrackerEvent.read(Files.readAllBytes(file))
                        .ifPresent(read -> assertThat(read.scans())
                                .as(file.toString())
                                .extracting(NewScan::trackingNumber)
                                .doesNotContain(""));
            }
        }
    }

    /** The body, secret and signature that EasyPost's client libraries are tested with. */
    @Test
    void signsAsEasyPostDoes() throws IOException {
        Path folder = SharedDocuments.find("carrier/easypost-docs").orElse(null);
        assumeTrue(folder != null, "needs the real samples beside the repository");
        byte[] body =
                Files.readString(folder.resolve("event-body.json")).strip().getBytes(StandardCharsets.UTF_8);
        Matcher theirs = Pattern.compile("hmac-sha256-hex=[0-9a-f]{64}")
                .matcher(Files.readString(folder.resolve("client-library-fixtures.json")));
        assertThat(theirs.find()).isTrue();

        assertThat(EasyPostSignature.matches(body, theirs.group(), "s\u00e9cret"))
                .isTrue();
        assertThat(EasyPostSignature.matches(body, theirs.group(), "se\u0301cret"))
                .isTrue();
        assertThat(EasyPostSignature.matches(body, theirs.group(), "secret")).isFalse();
    }
}
