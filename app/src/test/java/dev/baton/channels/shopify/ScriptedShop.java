package dev.baton.channels.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test says, and remembers what it was asked. */
final class ScriptedShop implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> script = request -> new Reply(500, "{}");
    private volatile Runnable meanwhile = () -> {};

    /** What was asked; {@code token} is empty when none came. */
    record Request(String path, String token, String body) {

        boolean asks(String operation) {
            return body.contains(operation + "(");
        }
    }

    /** What is answered. */
    record Reply(int status, String body) {

        static Reply data(String data) {
            return new Reply(200, "{\"data\": " + data + "}");
        }
    }

    ScriptedShop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(Function<Request, Reply> newScript) {
        this.script = newScript;
    }

    /** Runs this after something was asked and before it is answered. */
    void meanwhile(Runnable action) {
        this.meanwhile = action;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String token = exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token");
            Request request = new Request(
                    exchange.getRequestURI().getPath(),
                    token == null ? "" : token,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            meanwhile.run();
            Reply reply = script.apply(request);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
