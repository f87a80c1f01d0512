package dev.baton.world.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Suppliers that take purchase orders by signed POST, check them and note when they came: all on one port, a path each.
 * A blocking thread per kept-alive connection, no log, nothing kept but a number per purchase order.
 */
public final class SupplierSink implements AutoCloseable {

    /** What became of a request. */
    public enum Outcome {
        /** Signed, complete, and never seen before: counted as arrived. Answered 200. */
        TAKEN,
        /** The same number and bytes again, as after a lost answer: taken, but not counted. Answered 200. */
        REPEATED,
        /** A number seen before with other bytes: a fault of the sender. Answered 409. */
        CHANGED,
        /** The body lacks what a supplier needs. Answered 422. */
        UNFIT,
        /** The signature does not match. Answered 401. */
        FORGED,
        /** No supplier lives at this path. Answered 404. */
        UNKNOWN_SUPPLIER
    }

    private static final int BACKLOG = 1_024;

    private final ServerSocket server;
    private final Map<String, byte[]> secretByPath;
    private final PurchaseOrderFields fields;
    private final RoadLedger ledger;
    private final Map<String, Integer> bodyHashByNumber = new ConcurrentHashMap<>();
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private SupplierSink(
            ServerSocket server, Map<String, byte[]> secretByPath, PurchaseOrderFields fields, RoadLedger ledger) {
        this.server = server;
        this.secretByPath = Map.copyOf(secretByPath);
        this.fields = fields;
        this.ledger = ledger;
        for (var outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0 takes any free one
     * @param secretByPath a supplier per path, such as {@code /suppliers/7}, with the key its purchase orders are
     *     signed with
     * @param ledger gets what arrived
     */
    public static SupplierSink start(
            int port, Map<String, byte[]> secretByPath, PurchaseOrderFields fields, RoadLedger ledger) {
        try {
            var server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var sink = new SupplierSink(server, secretByPath, fields, ledger);
            Thread.ofPlatform().name("supplier-sink").daemon().start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("no supplier can listen on port " + port, e);
        }
    }

    /** Without a trailing slash; a supplier's address is this and its path. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many requests came to this end so far. */
    public long count(Outcome outcome) {
        return Objects.requireNonNull(counts.get(outcome)).sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.add(socket);
                Thread.ofPlatform().name("supplier").daemon().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or a caller that went away before it was let in: neither concerns the others.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new SinkConnection(socket, secretByPath, new PurchaseOrderReader(fields), this::take, this::counted)
                    .serve();
        } catch (IOException e) {
            // The caller hung up, or the sink is being closed.
        } finally {
            connections.remove(socket);
        }
    }

    /** Whether a purchase order is new, and if so that it has arrived. */
    private Outcome take(PurchaseOrderReader.Read purchaseOrder, int bodyHash) {
        var earlier = bodyHashByNumber.putIfAbsent(purchaseOrder.number(), bodyHash);
        if (earlier == null) {
            ledger.arrived(purchaseOrder.storeOrderId(), purchaseOrder.units(), System.nanoTime());
            return Outcome.TAKEN;
        }
        return earlier == bodyHash ? Outcome.REPEATED : Outcome.CHANGED;
    }

    private void counted(Outcome outcome) {
        Objects.requireNonNull(counts.get(outcome)).increment();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
