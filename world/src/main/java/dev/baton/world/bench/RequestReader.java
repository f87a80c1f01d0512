package dev.baton.world.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a connection's bytes into HTTP/1.1 requests with a {@code Content-Length}. Holds one request at a time: it is
 * valid until the next is read.
 */
final class RequestReader {

    private static final int LARGEST_REQUEST_BYTES = 256 * 1024;

    private final InputStream input;
    private final byte[] buffer = new byte[LARGEST_REQUEST_BYTES];
    private final Map<String, String> headers = new HashMap<>();
    private int end;
    private int next;
    private int bodyStart;
    private int bodyLength;
    private String path = "";

    RequestReader(InputStream input) {
        this.input = input;
    }

    /** Whether a whole request can be read without waiting for the other side. */
    boolean hasNext() throws BadRequest {
        return next < end && locate();
    }

    /**
     * Waits for the next request.
     *
     * @return false when the other side has hung up between two requests
     */
    boolean next() throws IOException, BadRequest {
        makeRoom();
        while (next >= end || !locate()) {
            if (end == buffer.length) {
                throw new BadRequest("413 Content Too Large");
            }
            int read = input.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        next = bodyStart + bodyLength;
        return true;
    }

    String path() {
        return path;
    }

    /** The value of a header by its lower-case name, or an empty text. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] buffer() {
        return buffer;
    }

    int bodyStart() {
        return bodyStart;
    }

    int bodyLength() {
        return bodyLength;
    }

    /** The request cannot be read and the connection not be used any longer. */
    static final class BadRequest extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param status code and reason, such as {@code 400 Bad Request} */
        BadRequest(String status) {
            super(status);
        }
    }

    private void makeRoom() {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
    }

    /** Finds head and body from {@link #next} on; false when bytes are missing. */
    private boolean locate() throws BadRequest {
        int headEnd = headEnd();
        if (headEnd < 0) {
            return false;
        }
        readHead(new String(buffer, next, headEnd - next, StandardCharsets.ISO_8859_1));
        bodyStart = headEnd + 4;
        bodyLength = contentLength();
        return end - bodyStart >= bodyLength;
    }

    private int headEnd() {
        for (int at = next; at + 3 < end; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void readHead(String head) throws BadRequest {
        headers.clear();
        var lines = head.split("\r\n", -1);
        var words = lines[0].split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new BadRequest("400 Bad Request");
        }
        path = words[1];
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 0) {
                throw new BadRequest("400 Bad Request");
            }
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
    }

    private int contentLength() throws BadRequest {
        if (headers.containsKey("transfer-encoding")) {
            throw new BadRequest("411 Length Required");
        }
        try {
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            if (length < 0 || length > LARGEST_REQUEST_BYTES) {
                throw new BadRequest("413 Content Too Large");
            }
            return length;
        } catch (NumberFormatException e) {
            throw new BadRequest("400 Bad Request");
        }
    }
}
