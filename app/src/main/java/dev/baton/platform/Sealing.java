package dev.baton.platform;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** AES-256-GCM with a fresh nonce in front of the ciphertext; a key is 32 bytes. */
public final class Sealing {

    private final AesGcmJce cipher;

    public Sealing(byte[] key) {
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException badKey) {
            throw new IllegalStateException("not an AES-256 key", badKey);
        }
    }

    /** Seals the clear bytes; {@code context} binds them to their place and must be given again to open them. */
    public byte[] seal(byte[] clear, byte[] context) {
        try {
            return cipher.encrypt(clear, context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal", broken);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when the bytes were changed, moved to another place or sealed by another key
     */
    public byte[] open(byte[] sealed, byte[] context) {
        try {
            return cipher.decrypt(sealed, context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealed bytes do not open: wrong key, wrong place or damage", broken);
        }
    }
}
