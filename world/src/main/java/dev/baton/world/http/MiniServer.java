package dev.baton.world.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A small HTTP server on the loopback address, one virtual thread per request. */
public final class MiniServer implements AutoCloseable {

    /** Largest request body read, in bytes; what is longer is answered 413. */
    private static final int BODY_LIMIT_BYTES = 4 * 1024 * 1024;

    static {
        // The JDK's server waits for a delayed acknowledgement (40 ms) unless told otherwise before its first use.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    /** Decides the answer to one request. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Request request);
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private MiniServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param port 0 takes any free one
     */
    public static MiniServer start(int port, Handler handler) {
        return start(port, null, handler);
    }

    /** As {@link #start(int, Handler)}, by HTTPS with the key and the certificate of the context. */
    public static MiniServer start(int port, @Nullable SSLContext secured, Handler handler) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer server = secured == null ? HttpServer.create(address, 1024) : secured(address, secured);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, handler));
            server.start();
            return new MiniServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("the world cannot listen on port " + port, e);
        }
    }

    private static HttpServer secured(InetSocketAddress address, SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(address, 1024);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    /** The address to call, without a trailing slash. */
    public URI url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
            Reply reply = body.length > BODY_LIMIT_BYTES
                    ? Reply.text(413, "The body is larger than " + BODY_LIMIT_BYTES + " bytes.")
                    : answer(exchange, body, handler);
            switch (reply) {
                case Reply.Lost() -> {
                    // Closing the exchange with nothing sent cuts the connection.
                }
                case Reply.Answer answer -> send(exchange, answer);
            }
        }
    }

    private static Reply answer(HttpExchange exchange, byte[] body, Handler handler) {
        try {
            return handler.handle(request(exchange, body));
        } catch (RuntimeException e) {
            return Reply.text(500, "The world's own fault: " + e);
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        URI uri = exchange.getRequestURI();
        @Nullable String query = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(), uri.getPath(), query == null ? "" : query, headers, Body.of(body));
    }

    private static void send(HttpExchange exchange, Reply.Answer answer) throws IOException {
        exchange.getResponseHeaders().set("content-type", answer.mediaType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().bytes();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
