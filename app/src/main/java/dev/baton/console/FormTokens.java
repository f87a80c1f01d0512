package dev.baton.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a form carries so that no foreign page can send it: a digest of a cookie that foreign pages cannot read. It is
 * the session's cookie, and before there is a session one made for the form.
 */
final class FormTokens {

    /** The field of the form. */
    static final String FIELD = "form-token";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormTokens() {}

    /** The value of a cookie made for a form. */
    static String cookie() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token that goes with a cookie's value. */
    static String of(String cookie) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("form:" + cookie));
    }

    static boolean isRight(@Nullable String cookie, @Nullable String given) {
        return cookie != null
                && given != null
                && MessageDigest.isEqual(
                        of(cookie).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
