package dev.baton.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {

    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OutboundHttp http = new OutboundHttp(true, "");
    private final ServerSocket server = listen();
    private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void readsAWholeReply() {
        serve("HTTP/1.1 201 Created\r\nX-Word: kept\r\nContent-Length: 5\r\n\r\nhello", 0);

        OutboundReply reply = send(PATIENCE);

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(201);
            assertThat(answered.header("x-word")).contains("kept");
            assertThat(answered.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        });
    }

    @Test
    void givesUpOnAPeerThatStallsAfterItsHeaders() throws Exception {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab", 0);

        OutboundReply reply = assertTimeoutPreemptively(PATIENCE, () -> send(TIMEOUT));

        assertThat(reply).isInstanceOf(Unknown.class);
        assertThat(hungUp.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cutsAReplyThatIsLongerThanItsLimit() {
        int much = OutboundHttp.MOST_REPLY_BYTES + 100_000;
        serve("HTTP/1.1 200 OK\r\nContent-Length: " + much + "\r\n\r\n", much);

        OutboundReply reply = send(PATIENCE);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.body()).hasSize(OutboundHttp.MOST_REPLY_BYTES));
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() throws IOException {
        server.close();

        assertThat(send(PATIENCE)).isInstanceOf(NotSent.class);
    }

    @Test
    void doesNotKnowWhatCameOfACallThatBrokeOff() throws IOException {
        serve("HTTP/1.1 200 OK\r\nContent-Le", -1);

        assertThat(send(PATIENCE)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3",
                "198.18.0.1", "198.19.255.255", "240.0.0.1", "255.255.255.255", "[::1]", "[fd00::1]", "[fe80::1]",
                "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::1]"
            })
    void callsNothingInsideTheOwnNetworkUnlessThatIsAllowed(String host) {
        OutboundReply reply = new OutboundHttp(false, "")
                .send(new OutboundRequest("GET", URI.create("https://" + host + "/"), Map.of(), new byte[0], TIMEOUT));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        NotSent.class, unsent -> assertThat(unsent.reason()).contains("inside this network"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsNothingInTheClearOverThePublicInternet(boolean allowPrivate) {
        OutboundReply reply = new OutboundHttp(allowPrivate, "")
                .send(new OutboundRequest("GET", URI.create("http://8.8.8.8/"), Map.of(), new byte[0], TIMEOUT));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        NotSent.class, unsent -> assertThat(unsent.reason()).contains("use https"));
    }

    @Test
    void doesNotTakeThePublicInternetForTheOwnNetwork() throws Exception {
        assertThat(OwnNetwork.holds(InetAddress.getByName("8.8.8.8"))).isFalse();
        assertThat(OwnNetwork.holds(InetAddress.getByName("2001:4860:4860::8888")))
                .isFalse();
    }

    private OutboundReply send(Duration timeout) {
        URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        return http.send(new OutboundRequest("POST", uri, Map.of(), new byte[] {1, 2, 3}, timeout));
    }

    /** Answers one call with the text and so many bytes more, then waits for the end; -1 = hangs up at once. */
    private void serve(String answer, int more) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                in.read(new byte[8192]);
                OutputStream out = socket.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[Math.max(0, more)]);
                out.flush();
                hungUp.complete(more >= 0 && in.read() < 0);
            } catch (IOException cutOff) {
                hungUp.complete(true);
            }
        });
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
