package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.bench.SupplierSink.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupplierSinkTest {

    private static final byte[] SECRET = "supplier-seven".getBytes(StandardCharsets.UTF_8);
    private static final String TIMESTAMP = "1770000000";

    private final RoadLedger ledger = new RoadLedger(77, 10);
    private final SupplierSink sink =
            SupplierSink.start(0, Map.of("/suppliers/7", SECRET), PurchaseOrderFields.STANDARD, ledger);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        sink.close();
    }

    @Test
    void takesASignedPurchaseOrderAndNotesItsArrival() throws Exception {
        ledger.posted(ledger.nextOrder(), System.nanoTime(), 3);

        assertThat(send("/suppliers/7", PurchaseOrderReaderTest.WHOLE)).isEqualTo(200);

        assertThat(ledger.inFlight()).isZero();
        assertThat(sink.count(Outcome.TAKEN)).isEqualTo(1);
    }

    @Test
    void countsARepeatOnce() throws Exception {
        ledger.posted(ledger.nextOrder(), System.nanoTime(), 3);

        send("/suppliers/7", PurchaseOrderReaderTest.WHOLE);
        assertThat(send("/suppliers/7", PurchaseOrderReaderTest.WHOLE)).isEqualTo(200);

        assertThat(sink.count(Outcome.REPEATED)).isEqualTo(1);
        assertThat(ledger.measure(0, Long.MAX_VALUE).excessUnits()).isZero();
    }

    @Test
    void refusesOtherBytesUnderTheSameNumber() throws Exception {
        send("/suppliers/7", PurchaseOrderReaderTest.WHOLE);

        assertThat(send("/suppliers/7", PurchaseOrderReaderTest.WHOLE.replace("Mira", "Nora")))
                .isEqualTo(409);
        assertThat(sink.count(Outcome.CHANGED)).isEqualTo(1);
    }

    @Test
    void refusesABodyThatCannotBeFilled() throws Exception {
        assertThat(send("/suppliers/7", "{}")).isEqualTo(422);
        assertThat(sink.count(Outcome.UNFIT)).isEqualTo(1);
    }

    @Test
    void refusesAForgedSignature() throws Exception {
        assertThat(send("/suppliers/7", PurchaseOrderReaderTest.WHOLE, "v1,Zm9yZ2Vk"))
                .isEqualTo(401);
        assertThat(sink.count(Outcome.FORGED)).isEqualTo(1);
    }

    @Test
    void takesTheNewOrTheOldSignatureWhileASecretIsChanged() throws Exception {
        var body = PurchaseOrderReaderTest.WHOLE;

        assertThat(send("/suppliers/7", body, "v1,b2xk " + signature("po-1", body)))
                .isEqualTo(200);
    }

    @Test
    void refusesAPathWhereNoSupplierLives() throws Exception {
        assertThat(send("/suppliers/8", PurchaseOrderReaderTest.WHOLE)).isEqualTo(404);
        assertThat(sink.count(Outcome.UNKNOWN_SUPPLIER)).isEqualTo(1);
    }

    @Test
    void answersRequestsThatCameTogetherInTheirOrder() throws IOException {
        var unknown = "POST /x HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";
        var forged = "POST /suppliers/7 HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";
        var end = "no request\r\n\r\n";

        assertThat(Pattern.compile("HTTP/1.1 (\\d+)")
                        .matcher(raw(unknown + forged + unknown + end))
                        .results()
                        .map(reply -> reply.group(1)))
                .containsExactly("404", "401", "404", "400");
    }

    @Test
    void refusesARequestWhoseEndItCannotSee() throws IOException {
        assertThat(raw("POST /suppliers/7 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 411 Length Required");
        assertThat(raw("POST /suppliers/7 HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 Content Too Large");
        assertThat(raw("POST /suppliers/7 HTTP/1.1\r\nContent-Length: many\r\n\r\n"))
                .startsWith("HTTP/1.1 400 Bad Request");
        assertThat(raw("POST /suppliers/7 HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request");
    }

    private int send(String path, String body) throws IOException, InterruptedException {
        return send(path, body, signature("po-1", body));
    }

    private int send(String path, String body, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(sink.url().resolve(path))
                .header("webhook-id", "po-1")
                .header("webhook-timestamp", TIMESTAMP)
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String signature(String id, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new StandardWebhookSignature(SECRET).sign(id, TIMESTAMP, bytes, 0, bytes.length);
    }

    /** Everything the sink says until it hangs up. */
    private String raw(String requests) throws IOException {
        try (var socket = new Socket(sink.url().getHost(), sink.url().getPort())) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
