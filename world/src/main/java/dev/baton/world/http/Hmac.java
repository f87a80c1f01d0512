package dev.baton.world.http;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256: in Base64 as Shopify and Standard Webhooks write signatures, in hexadecimal as EasyPost does. */
public final class Hmac {

    private Hmac() {}

    /** The signature of the bytes under the key, in Base64. */
    public static String base64(byte[] key, byte[] bytes) {
        return Base64.getEncoder().encodeToString(sign(key, bytes));
    }

    /** The signature of the bytes under the key, in lower-case hexadecimal. */
    public static String hex(byte[] key, byte[] bytes) {
        return HexFormat.of().formatHex(sign(key, bytes));
    }

    private static byte[] sign(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
