package dev.baton.world.supplier;

import dev.baton.world.http.Body;
import dev.baton.world.http.Hmac;
import dev.baton.world.http.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs and checks documents by Standard Webhooks (standardwebhooks.com, specification 1.0). */
public final class StandardWebhook {

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private StandardWebhook(byte[] key) {
        this.key = key;
    }

    /** Signs with the bytes behind {@code whsec_}, which are written in Base64. */
    public static StandardWebhook of(String secret) {
        return new StandardWebhook(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
    }

    /** A secret made of 32 bytes that depend on the name only. */
    public static String secretFor(String name) {
        byte[] bytes = Body.of("world/" + name).sha256().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The header {@code webhook-signature} for these parts. */
    public String sign(String id, String timestamp, Body body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body.bytes());
        return "v1," + Hmac.base64(key, signed.toByteArray());
    }

    /**
     * Why the request is not to be trusted, or null when it is.
     *
     * @param tolerance how far its timestamp may be from now
     */
    @Nullable
    String distrust(Request request, Instant now, Duration tolerance) {
        String id = request.headerOrEmpty("webhook-id");
        String timestamp = request.headerOrEmpty("webhook-timestamp");
        String signatures = request.headerOrEmpty("webhook-signature");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return "webhook-id, webhook-timestamp or webhook-signature is missing";
        }
        byte[] wanted = sign(id, timestamp, request.body()).getBytes(StandardCharsets.UTF_8);
        boolean matches = List.of(signatures.split(" ", -1)).stream()
                .anyMatch(one -> MessageDigest.isEqual(wanted, one.getBytes(StandardCharsets.UTF_8)));
        if (!matches) {
            return "the signature does not match";
        }
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(tolerance) > 0
                    ? "the timestamp is " + Duration.between(sent, now) + " away from now"
                    : null;
        } catch (NumberFormatException _) {
            return "webhook-timestamp is no number: " + timestamp;
        }
    }
}
