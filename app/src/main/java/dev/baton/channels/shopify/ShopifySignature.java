package dev.baton.channels.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a Shopify webhook: base64 of HMAC-SHA256 over the very bytes of the body, keyed by the app's
 * client secret. Source: shopify.dev, "Webhooks delivery structure" and "Verify deliveries".
 */
final class ShopifySignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private ShopifySignature() {}

    /**
     * Whether the body was signed with one of the secrets (two while one replaces the other). Every secret is
     * tried and compared in constant time, so that the time taken tells nothing.
     */
    static boolean matches(byte[] body, @Nullable String header, List<String> secrets) {
        byte[] given = decode(header);
        boolean matches = false;
        for (String secret : secrets) {
            matches |= MessageDigest.isEqual(sign(body, secret), given);
        }
        return matches && given.length == BYTES;
    }

    static byte[] sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decode(@Nullable String header) {
        if (header == null) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
