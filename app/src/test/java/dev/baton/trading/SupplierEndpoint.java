package dev.baton.trading;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's REST endpoint: keeps what it gets and answers as the test says, 200 unless told otherwise. */
public final class SupplierEndpoint implements AutoCloseable {

    /** The secret the endpoint and Baton share. */
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile Runnable meanwhile = () -> {};

    /** One document as it arrived. */
    public record Got(String id, String timestamp, String signature, String idempotencyKey, byte[] body) {

        /** The document read. */
        public JsonNode json() {
            return new JsonMapper().readTree(body);
        }
    }

    /** What to answer; status 0 breaks the connection after the document has arrived. */
    private record Reply(int status, String body, String retryAfter) {}

    public SupplierEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/orders", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    }

    /** The next document gets this answer. */
    public SupplierEndpoint answers(int status, String body) {
        replies.add(new Reply(status, body, ""));
        return this;
    }

    /** The next document gets this answer with the wish to be left alone. */
    public SupplierEndpoint answersBusy(int status, String retryAfter) {
        replies.add(new Reply(status, "", retryAfter));
        return this;
    }

    /** Takes the next document and breaks the connection without a word. */
    public SupplierEndpoint takesAndHangsUp() {
        replies.add(new Reply(0, "", ""));
        return this;
    }

    /** Runs this after a document has arrived and before it is answered. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    /** Everything that arrived, in order. */
    public List<Got> got() {
        return got;
    }

    /** The documents of one type, in order of arrival. */
    public List<JsonNode> documents(String type) {
        return got.stream()
                .map(Got::json)
                .filter(json -> type.equals(json.path("type").stringValue()))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        got.add(new Got(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                header(exchange, "idempotency-key"),
                body));
        meanwhile.run();
        Reply reply = Objects.requireNonNullElse(replies.poll(), new Reply(200, "", ""));
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("retry-after", reply.retryAfter());
        }
        byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
