package dev.baton.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's own system: takes documents by HTTP, answers with the status it is told to, and remembers them. */
final class SupplierEndpoint implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> documents = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String words = "";

    SupplierEndpoint() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            documents.add(JSON.readTree(body));
            byte[] said = words.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The supplier of {@link SetUp}, reached here. */
    String definition() {
        return SetUp.SUPPLIER.replace(
                "\"live\": true", """
                "channel": {"kind": "rest", "url": "http://127.0.0.1:%d/orders",
                            "secret": "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="}, "live": true""".formatted(server.getAddress().getPort()));
    }

    void answerWith(int newStatus) {
        answerWith(newStatus, "");
    }

    void answerWith(int newStatus, String newWords) {
        words = newWords;
        status = newStatus;
    }

    /** Everything that came, in order. */
    List<JsonNode> documents() {
        return documents;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
