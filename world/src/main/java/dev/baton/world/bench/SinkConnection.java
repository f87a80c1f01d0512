package dev.baton.world.bench;

import dev.baton.world.bench.SupplierSink.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One caller's connection to the suppliers. Requests that came together are answered together. */
final class SinkConnection {

    /** Whether a readable purchase order is new. */
    interface Register {
        Outcome take(PurchaseOrderReader.Read purchaseOrder, int bodyHash);
    }

    private static final int REPLIES_BYTES = 8 * 1024;
    private static final Map<Outcome, byte[]> REPLIES = replies();

    private final OutputStream output;
    private final RequestReader request;
    private final PurchaseOrderReader reader;
    private final Register register;
    private final Consumer<Outcome> counter;
    private final Map<String, StandardWebhookSignature> signatures = new HashMap<>();
    private final byte[] replies = new byte[REPLIES_BYTES];
    private int repliesEnd;

    SinkConnection(
            Socket socket,
            Map<String, byte[]> secretByPath,
            PurchaseOrderReader reader,
            Register register,
            Consumer<Outcome> counter)
            throws IOException {
        socket.setTcpNoDelay(true);
        this.output = socket.getOutputStream();
        this.request = new RequestReader(socket.getInputStream());
        this.reader = reader;
        this.register = register;
        this.counter = counter;
        secretByPath.forEach((path, secret) -> signatures.put(path, new StandardWebhookSignature(secret)));
    }

    /** Answers until the caller hangs up. */
    void serve() throws IOException {
        try {
            while (request.next()) {
                var outcome = decide(signatures.get(request.path()));
                counter.accept(outcome);
                reply(outcome);
                if (!request.hasNext()) {
                    flush();
                }
            }
        } catch (RequestReader.BadRequest e) {
            flush();
            output.write(("HTTP/1.1 " + e.getMessage() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Outcome decide(@Nullable StandardWebhookSignature signature) {
        if (signature == null) {
            return Outcome.UNKNOWN_SUPPLIER;
        }
        var buffer = request.buffer();
        int start = request.bodyStart();
        int length = request.bodyLength();
        var id = request.header("webhook-id");
        var timestamp = request.header("webhook-timestamp");
        var given = request.header("webhook-signature");
        if (id.isEmpty() || !signature.matches(given, id, timestamp, buffer, start, length)) {
            return Outcome.FORGED;
        }
        try {
            return register.take(reader.read(buffer, start, length), hash(buffer, start, length));
        } catch (PurchaseOrderReader.Unfit e) {
            return Outcome.UNFIT;
        }
    }

    private static int hash(byte[] buffer, int start, int length) {
        int hash = 1;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash;
    }

    private void reply(Outcome outcome) throws IOException {
        var reply = REPLIES.getOrDefault(outcome, new byte[0]);
        if (repliesEnd + reply.length > replies.length) {
            flush();
        }
        System.arraycopy(reply, 0, replies, repliesEnd, reply.length);
        repliesEnd += reply.length;
    }

    private void flush() throws IOException {
        output.write(replies, 0, repliesEnd);
        repliesEnd = 0;
    }

    private static Map<Outcome, byte[]> replies() {
        var replies = new EnumMap<Outcome, byte[]>(Outcome.class);
        for (var outcome : Outcome.values()) {
            var body = "{\"outcome\":\"" + outcome + "\"}";
            var reply = "HTTP/1.1 " + status(outcome) + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            replies.put(outcome, reply.getBytes(StandardCharsets.US_ASCII));
        }
        return replies;
    }

    private static String status(Outcome outcome) {
        return switch (outcome) {
            case TAKEN, REPEATED -> "200 OK";
            case CHANGED -> "409 Conflict";
            case UNFIT -> "422 Unprocessable Content";
            case FORGED -> "401 Unauthorized";
            case UNKNOWN_SUPPLIER -> "404 Not Found";
        };
    }
}
