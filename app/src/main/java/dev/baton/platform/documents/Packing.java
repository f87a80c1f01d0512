package dev.baton.platform.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compression of stored bytes (raw deflate, fastest level; a few bytes as one stored block, RFC 1951 section 3.2.4) and
 * their digest.
 */
final class Packing {

    private static final int BUFFER = 16 * 1024;

    /** Up to here a compressor costs more to start than its few saved bytes cost to keep. */
    private static final int WORTH_IT = 1024;

    private static final int STORED_HEAD = 5;

    private Packing() {}

    static byte[] deflate(byte[] clear) {
        if (clear.length <= WORTH_IT) {
            return stored(clear);
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(clear);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(clear.length / 2 + 64);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    /** One block, the last, that is not compressed: its length, the complement of that, the bytes. */
    private static byte[] stored(byte[] clear) {
        return ByteBuffer.allocate(STORED_HEAD + clear.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putShort((short) clear.length)
                .putShort((short) ~clear.length)
                .put(clear)
                .array();
    }

    static byte[] inflate(byte[] packed, int size) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            byte[] clear = new byte[size];
            int read = 0;
            while (read < size) {
                int more = inflater.inflate(clear, read, size - read);
                if (more == 0 && (inflater.finished() || inflater.needsInput())) {
                    throw new IllegalStateException("stored document is shorter than its head says");
                }
                read += more;
            }
            return clear;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("stored document is damaged", damaged);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
