package dev.baton.world.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that stands between a store and its suppliers: each order becomes two purchase orders at once. */
final class StubRoad implements AutoCloseable {

    static final byte[] SUPPLIER_SECRET = "supplier".getBytes(StandardCharsets.UTF_8);
    static final List<String> SUPPLIERS = List.of("/suppliers/1", "/suppliers/2");
    static final String ACCEPTED = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI suppliers;
    private final Function<JsonNode, String> replyTo;

    /** @param replyTo the whole HTTP reply to an order; only what it answers with {@link #ACCEPTED} is passed on */
    StubRoad(URI suppliers, Function<JsonNode, String> replyTo) throws IOException {
        this.suppliers = suppliers;
        this.replyTo = replyTo;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    RoadTarget target() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
        return new RoadTarget(address, "/hooks/shopify/m/s", "sample.myshopify.com", new byte[] {1}, "2026-01");
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = new RequestReader(socket.getInputStream());
            while (request.next()) {
                int end = request.bodyStart() + request.bodyLength();
                var order = JSON.readTree(Arrays.copyOfRange(request.buffer(), request.bodyStart(), end));
                var reply = replyTo.apply(order);
                socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                if (reply.equals(ACCEPTED)) {
                    passOn(order);
                }
                if (reply.contains("Connection: close")) {
                    return;
                }
            }
        } catch (IOException | InterruptedException | RequestReader.BadRequest e) {
            // The load hung up, as it may at its end.
        }
    }

    private void passOn(JsonNode order) throws IOException, InterruptedException {
        var lines = order.get("line_items");
        for (int supplier = 0; supplier < SUPPLIERS.size(); supplier++) {
            var purchaseOrder = JSON.createObjectNode();
            purchaseOrder.put("number", order.get("order_number").asInt() + "-" + (supplier + 1));
            purchaseOrder.putObject("storeOrder").put("id", order.get("id").asLong());
            var shipTo = order.get("shipping_address");
            purchaseOrder
                    .putObject("shipTo")
                    .put("name", shipTo.get("name").asString())
                    .put("city", shipTo.get("city").asString())
                    .put("countryCode", shipTo.get("country_code").asString());
            var wanted = purchaseOrder.putArray("lines");
            for (int line = supplier; line < lines.size(); line += SUPPLIERS.size()) {
                wanted.addObject()
                        .put("sku", lines.get(line).get("sku").asString())
                        .put("quantity", lines.get(line).get("quantity").asInt());
            }
            send(SUPPLIERS.get(supplier), JSON.writeValueAsBytes(purchaseOrder));
        }
    }

    private void send(String path, byte[] body) throws IOException, InterruptedException {
        var signature = new StandardWebhookSignature(SUPPLIER_SECRET).sign("id", "1", body, 0, body.length);
        client.send(
                HttpRequest.newBuilder(suppliers.resolve(path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("webhook-id", "id")
                        .header("webhook-timestamp", "1")
                        .header("webhook-signature", signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.discarding());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client.shutdownNow();
    }
}
