package dev.baton.platform.documents;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;

/** Bytes compressed as {@link Documents} keeps them, with what they were before: their number and their SHA-256. */
public final class Packed {

    private final byte[] deflated;
    private final int size;
    private final byte[] sha256;

    Packed(byte[] deflated, int size, byte[] sha256) {
        this.deflated = deflated;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Packs bytes.
     *
     * @throws Problem TOO_LARGE when they are more than {@link Documents#MOST_BYTES}
     */
    public static Packed of(byte[] clear) {
        if (clear.length > Documents.MOST_BYTES) {
            throw new Problem(
                    CommonProblem.TOO_LARGE,
                    "A document may have " + Documents.MOST_BYTES + " bytes at most; send it in parts.");
        }
        return new Packed(Packing.deflate(clear), clear.length, Packing.sha256(clear));
    }

    byte[] deflated() {
        return deflated;
    }

    int size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }
}
