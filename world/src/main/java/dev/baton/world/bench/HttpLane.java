package dev.baton.world.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection, one request at a time: a write, usually one read, nothing else. Opened at the
 * first request and again after a failure or when the server closes it. Used by one thread; {@link #close} may come
 * from another and ends a request that hangs.
 */
final class HttpLane implements AutoCloseable {

    private static final int REPLY_BYTES = 32 * 1024;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] END_OF_CHUNKS = {'0', '\r', '\n', '\r', '\n'};

    private final InetSocketAddress address;
    private final byte[] reply = new byte[REPLY_BYTES];
    private final ByteBuffer replyBuffer = ByteBuffer.wrap(reply);
    private volatile @Nullable SocketChannel open;
    private volatile boolean closed;

    HttpLane(InetSocketAddress address) {
        this.address = address;
    }

    /**
     * Sends a whole request and waits for the whole reply.
     *
     * @return the reply's status
     * @throws IOException when there is no connection or it breaks before the reply is complete
     */
    int exchange(byte[] request, int length) throws IOException {
        var channel = channel();
        boolean keep = false;
        try {
            var buffer = ByteBuffer.wrap(request, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            var head = readReply(channel);
            keep = !head.contains("connection: close");
            return status(head);
        } finally {
            if (!keep) {
                disconnect();
            }
        }
    }

    boolean isClosed() {
        return closed;
    }

    private SocketChannel channel() throws IOException {
        var existing = open;
        if (existing != null) {
            return existing;
        }
        var fresh = SocketChannel.open(address);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open = fresh;
        if (closed) {
            disconnect();
            throw new EOFException("closed");
        }
        return fresh;
    }

    private String readReply(SocketChannel channel) throws IOException {
        replyBuffer.clear();
        int headEnd = -1;
        while (headEnd < 0) {
            read(channel);
            headEnd = indexOf(END_OF_HEAD, 0, replyBuffer.position());
        }
        var head = new String(reply, 0, headEnd, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int bodyStart = headEnd + END_OF_HEAD.length;
        if (head.contains("transfer-encoding: chunked")) {
            while (!endsWith(END_OF_CHUNKS, bodyStart)) {
                read(channel);
            }
        } else {
            int end = bodyStart + contentLength(head);
            while (replyBuffer.position() < end) {
                read(channel);
            }
        }
        return head;
    }

    private void read(SocketChannel channel) throws IOException {
        if (!replyBuffer.hasRemaining()) {
            throw new IOException("a reply of more than " + REPLY_BYTES + " bytes");
        }
        if (channel.read(replyBuffer) < 0) {
            throw new EOFException("closed before the end of the reply");
        }
    }

    private int indexOf(byte[] wanted, int from, int end) {
        for (int at = from; at <= end - wanted.length; at++) {
            if (matches(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] wanted, int from) {
        int at = replyBuffer.position() - wanted.length;
        return at >= from && matches(wanted, at);
    }

    private boolean matches(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (reply[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** A reply without a length has no body here: 204 and the like. */
    private static int contentLength(String head) throws IOException {
        int start = head.indexOf("content-length:");
        if (start < 0) {
            return 0;
        }
        int end = head.indexOf('\r', start);
        var digits = head.substring(start + "content-length:".length(), end < 0 ? head.length() : end);
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            throw new IOException("not a length: " + digits, e);
        }
    }

    private static int status(String head) throws IOException {
        try {
            return Integer.parseInt(head.substring("http/1.1 ".length(), "http/1.1 200".length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IOException("not an HTTP reply: " + head, e);
        }
    }

    private void disconnect() throws IOException {
        var channel = open;
        if (channel != null) {
            open = null;
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        disconnect();
    }
}
