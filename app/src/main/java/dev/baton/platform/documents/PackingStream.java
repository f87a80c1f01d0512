package dev.baton.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses bytes as they pass, so that what is to be kept stands in memory once and packed. Beyond its limit it keeps
 * nothing and goes on counting. Writing to it never fails; close it.
 */
public final class PackingStream extends OutputStream {

    /** Up to here bytes wait: few are not worth a compressor. */
    private static final int WAITING_BYTES = 16 * 1024;

    private final int mostBytes;
    private final MessageDigest digest = Packing.digest();
    private final byte[] buffer = new byte[WAITING_BYTES];
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable Deflater deflater;
    private long seen;

    /** @param mostBytes most bytes that are kept, up to {@link Documents#MOST_BYTES} */
    public PackingStream(int mostBytes) {
        this.mostBytes = Math.min(mostBytes, Documents.MOST_BYTES);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        seen += length;
        if (isFull()) {
            kept = new ByteArrayOutputStream();
        } else if (deflater != null) {
            pack(deflater, bytes, offset, length);
        } else {
            kept.write(bytes, offset, length);
            if (kept.size() > WAITING_BYTES) {
                byte[] waiting = kept.toByteArray();
                kept = new ByteArrayOutputStream();
                deflater = new Deflater(Deflater.BEST_SPEED, true);
                pack(deflater, waiting, 0, waiting.length);
            }
        }
    }

    private void pack(Deflater into, byte[] bytes, int offset, int length) {
        into.setInput(bytes, offset, length);
        while (!into.needsInput()) {
            kept.write(buffer, 0, into.deflate(buffer));
        }
    }

    /** Whether more has passed than is kept. */
    public boolean isFull() {
        return seen > mostBytes;
    }

    /** Bytes that have passed. */
    public long seen() {
        return seen;
    }

    /** What has passed, once nothing more will; empty when it was more than is kept. Ask once. */
    public Optional<Packed> packed() {
        if (isFull()) {
            return Optional.empty();
        }
        if (deflater == null) {
            return Optional.of(Packed.of(kept.toByteArray()));
        }
        deflater.finish();
        while (!deflater.finished()) {
            kept.write(buffer, 0, deflater.deflate(buffer));
        }
        return Optional.of(new Packed(kept.toByteArray(), Math.toIntExact(seen), sha256()));
    }

    /** SHA-256 of all that has passed so far, kept or not. */
    public byte[] sha256() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the digest of this Java can be cloned", impossible);
        }
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.end();
        }
    }
}
