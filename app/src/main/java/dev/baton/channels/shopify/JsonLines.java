package dev.baton.channels.shopify;

import dev.baton.channels.UnreadableDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of one JSON document a line, line by line, and knows at which byte each begins. */
final class JsonLines {

    /** A longer line is no product. */
    private static final int MOST_LINE_BYTES = 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long position;

    /** Begins at the given byte of the file; the stream is there already. */
    JsonLines(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** The byte after the last line that was read. */
    long position() {
        return position;
    }

    /**
     * The next line without its end; null after the last one. An empty line is passed over.
     *
     * @throws IOException when the stream breaks off
     * @throws UnreadableDocument when a line is longer than any product
     */
    byte @Nullable [] next() throws IOException {
        for (byte[] line = line(); line != null; line = line()) {
            if (line.length > 0) {
                return line;
            }
        }
        return null;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (next == end && !fill()) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, next - from);
            position += next - from;
            if (line.size() > MOST_LINE_BYTES) {
                throw new UnreadableDocument("a line is longer than " + MOST_LINE_BYTES + " bytes", null);
            }
            if (next < end) {
                next++;
                position++;
                return line.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
