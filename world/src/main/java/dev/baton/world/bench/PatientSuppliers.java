package dev.baton.world.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** Suppliers that take every purchase order and look at none; what they answer, they answer by the API. */
public final class PatientSuppliers implements AutoCloseable {

    private final HttpServer server;

    private PatientSuppliers(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port. */
    public static PatientSuppliers start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", PatientSuppliers::take);
        server.start();
        return new PatientSuppliers(server);
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Where they listen. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
