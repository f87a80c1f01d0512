package dev.baton.world.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Standard Webhooks 1.0, symmetric scheme {@code v1}: HMAC-SHA256 over {@code id.timestamp.body}, in Base64. Not safe
 * for two threads.
 */
final class StandardWebhookSignature {

    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final Mac mac;

    /** @param secret the key itself, not its {@code whsec_} text */
    StandardWebhookSignature(byte[] secret) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** @param header one or, while a secret is being changed, several signatures with a space between */
    boolean matches(String header, String id, String timestamp, byte[] buffer, int start, int length) {
        var expected = sign(id, timestamp, buffer, start, length).getBytes(StandardCharsets.US_ASCII);
        for (var signature : header.split(" ", -1)) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    String sign(String id, String timestamp, byte[] buffer, int start, int length) {
        mac.update(id.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        mac.update(buffer, start, length);
        return VERSION + Base64.getEncoder().encodeToString(mac.doFinal());
    }
}
