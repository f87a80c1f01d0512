package dev.baton.purchasing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what a message says: same words, same hash, whatever the order of keys or blanks in its JSON. */
public final class ContentHash {

    private ContentHash() {}

    /** Of values whose {@code toString} tells all of them, such as records of texts and numbers. */
    public static byte[] of(Object content) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
