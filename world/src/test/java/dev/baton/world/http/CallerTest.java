package dev.baton.world.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Caller.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallerTest {

    @Test
    void aCallerGivesUpOnAnAnswerThatBeginsAndNeverEnds() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Caller caller = new Caller()) {
            Thread.startVirtualThread(() -> beginAnAnswer(server));

            Outcome outcome = caller.send(
                    "GET",
                    URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"),
                    Map.of(),
                    Body.empty(),
                    Duration.ofSeconds(3));

            assertThat(outcome.status()).isZero();
            assertThat(outcome.failure()).contains("did not end within");
        }
    }

    private static void beginAnAnswer(ServerSocket server) {
        try {
            Socket caller = server.accept();
            caller.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        } catch (IOException closed) {
            // the test is over
        }
    }
}
