package dev.baton.tracking.easypost;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an EasyPost webhook: {@code hmac-sha256-hex=} and HMAC-SHA256 over the very bytes of the body, keyed
 * by the webhook's secret in Unicode form NFKD. Source: EasyPost's client libraries, {@code validateWebhook}.
 */
final class EasyPostSignature {

    static final String HEADER = "X-Hmac-Signature";

    private static final String PREFIX = "hmac-sha256-hex=";
    private static final String ALGORITHM = "HmacSHA256";

    private EasyPostSignature() {}

    /** Whether the body was signed with the secret; compared in constant time. */
    static boolean matches(byte[] body, @Nullable String header, String secret) {
        return header != null && MessageDigest.isEqual(sign(body, secret), given(header.strip()));
    }

    static byte[] sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] given(String header) {
        if (!header.startsWith(PREFIX)) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(header.substring(PREFIX.length()));
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }
}
