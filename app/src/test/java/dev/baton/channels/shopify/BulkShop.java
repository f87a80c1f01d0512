package dev.baton.channels.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A shop that writes its products into a file, and a server that hands the file out. */
final class BulkShop implements AutoCloseable {

    private static final String OPERATION = "gid://shopify/BulkOperation/720918";

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What the next operations write. */
    volatile String file = "";

    /** What an operation says of itself before it is completed. */
    final Queue<String> statuses = new ArrayDeque<>();

    /** HTTP statuses of the file server before it hands the file out. */
    final Queue<Integer> fileAnswers = new ArrayDeque<>();

    /** What was asked of the file server: the range, or empty. */
    final List<String> ranges = new CopyOnWriteArrayList<>();

    volatile int cutFirstAnswerAfter = -1;
    volatile boolean knowsRanges = true;
    volatile boolean denies;

    /** Run after something was asked and before it is answered. */
    volatile Runnable meanwhile = () -> {};

    final AtomicInteger occupied = new AtomicInteger();

    BulkShop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/admin/api/2026-07/graphql.json", this::graphql);
        server.createContext("/bulk/", this::file);
        server.start();
    }

    /** Products of the given numbers, each with so many variants, as the file has them. */
    static String products(int first, int count, int variants) {
        StringBuilder lines = new StringBuilder();
        for (int p = first; p < first + count; p++) {
            String id = "gid://shopify/Product/" + p;
            lines.append(
                    "{\"id\": \"" + id + "\", \"title\": \"Product " + p
                            + "\", \"status\": \"ACTIVE\", \"updatedAt\": \"2026-03-01T10:00:00Z\", \"featuredMedia\": null}\n");
            for (int v = 1; v <= variants; v++) {
                lines.append("{\"id\": \"gid://shopify/ProductVariant/" + (p * 1_000 + v) + "\", \"title\": \"V" + v
                        + "\", \"sku\": \"S-" + p + "-" + v
                        + "\", \"barcode\": null, \"price\": \"9.95\", \"inventoryPolicy\": \"DENY\","
                        + " \"selectedOptions\": [{\"name\": \"Size\", \"value\": \"" + v
                        + "\"}], \"inventoryItem\": {\"id\": \"gid://shopify/InventoryItem/" + (p * 1_000 + v)
                        + "\", \"tracked\": true, \"requiresShipping\": true, \"measurement\": {\"weight\": {\"value\":"
                        + " 0.25, \"unit\": \"KILOGRAMS\"}}}, \"__parentId\": \"" + id + "\"}\n");
            }
        }
        return lines.toString();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked(String operation) {
        return requests.stream().filter(body -> body.contains(operation + "(")).toList();
    }

    private void graphql(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(body);
        meanwhile.run();
        answer(exchange, 200, graph(body));
    }

    private String graph(String body) {
        if (denies) {
            return "{\"data\": {\"bulkOperationRunQuery\": null}, \"errors\": [{\"message\": \"Access denied for products"
                    + " field. Required access: `read_products` access scope.\", \"extensions\": {\"code\":"
                    + " \"ACCESS_DENIED\"}}]}";
        }
        if (body.contains("BulkRun(")) {
            if (occupied.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return "{\"data\": {\"bulkOperationRunQuery\": {\"bulkOperation\": null, \"userErrors\": [{\"code\":"
                        + " \"OPERATION_IN_PROGRESS\", \"field\": null, \"message\": \"A bulk query operation for this"
                        + " app and shop is already in progress\"}]}}}";
            }
            return "{\"data\": {\"bulkOperationRunQuery\": {\"bulkOperation\": {\"id\": \"" + OPERATION
                    + "\", \"status\": \"CREATED\"}, \"userErrors\": []}}}";
        }
        String early = statuses.poll();
        String status = early == null ? "COMPLETED" : early;
        String url = status.equals("COMPLETED") && !file.isEmpty() ? "\"" + url() + "/bulk/720918.jsonl\"" : "null";
        return "{\"data\": {\"node\": {\"id\": \"" + OPERATION + "\", \"status\": \"" + status
                + "\", \"errorCode\": null, \"objectCount\": \"1\", \"fileSize\": \"1\", \"url\": " + url + "}}}";
    }

    private void file(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        meanwhile.run();
        Integer refusal = fileAnswers.poll();
        if (refusal != null) {
            answer(exchange, refusal, "");
            return;
        }
        byte[] all = file.getBytes(StandardCharsets.UTF_8);
        int from = from(range);
        int length = all.length - from;
        int cut = cutFirstAnswerAfter;
        cutFirstAnswerAfter = -1;
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
        exchange.getResponseBody().write(all, from, cut < 0 ? length : Math.min(cut, length));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private int from(@Nullable String range) {
        return range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
