package dev.baton.world.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes whole HTTP requests that carry a signed {@code orders/create} webhook, into one buffer that is used again and
 * again. Not safe for two threads.
 *
 * <p>Headers and signature: Shopify, "Deliver webhooks through HTTPS": HMAC-SHA256 over the raw body with the app's
 * client secret, in Base64. Body: the order of Shopify's REST Admin API.
 */
final class ShopifyWebhook {

    private static final String BODY = "/dev/baton/world/bench/shopify-order.json";
    private static final String HEAD = """
            POST {{path}} HTTP/1.1
            Host: {{host}}
            User-Agent: Shopify-Captain-Hook
            Content-Type: application/json
            X-Shopify-Topic: orders/create
            X-Shopify-Hmac-Sha256: {{signature}}
            X-Shopify-Shop-Domain: {{shop}}
            X-Shopify-API-Version: {{version}}
            X-Shopify-Webhook-Id: {{webhook_id}}
            X-Shopify-Event-Id: {{event_id}}
            X-Shopify-Triggered-At: {{triggered_at}}
            Content-Length: {{length}}

            """.replace("\n", "\r\n");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String HMAC = "HmacSHA256";
    private static final int HMAC_BYTES = 32;
    private static final int LARGEST_HEAD_BYTES = 2 * 1024;
    private static final int LARGEST_BODY_BYTES = 14 * 1024;

    private final RoadLedger ledger;
    private final OrderMix mix;
    private final Clock clock;
    private final Mac mac;
    private final ByteTemplate.Filling head = new ByteTemplate(HEAD).filling();
    private final ByteTemplate.Filling body = new ByteTemplate(compactBody()).filling();
    private final byte[] bodyBytes = new byte[LARGEST_BODY_BYTES];
    private final byte[] request = new byte[LARGEST_HEAD_BYTES + LARGEST_BODY_BYTES];
    private final byte[] signature = new byte[HMAC_BYTES];
    private Instant writtenSecond = Instant.MIN;

    ShopifyWebhook(RoadTarget target, OrderMix mix, RoadLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.mix = mix;
        this.clock = clock;
        this.mac = mac(target.secret());
        head.set("path", target.path())
                .set("host", target.host())
                .set("shop", target.shopDomain())
                .set("version", target.apiVersion());
        body.set("shop", target.shopDomain());
    }

    /** The buffer that {@link #write} fills. */
    byte[] request() {
        return request;
    }

    /**
     * Writes the request for an order.
     *
     * @return its length in bytes
     */
    int write(int order) {
        writeTime();
        writeOrder(order);
        int bodyLength = body.writeTo(bodyBytes, 0);
        sign(bodyLength);
        var id = HexFormat.of().toHexDigits(ledger.orderId(order), 12);
        head.set("signature", Base64.getEncoder().encode(signature))
                .set("webhook_id", "b54557e4-bdd9-4b37-8a5f-" + id)
                .set("event_id", "98880550-7158-44d4-b7cd-" + id)
                .set("length", bodyLength);
        int headLength = head.writeTo(request, 0);
        System.arraycopy(bodyBytes, 0, request, headLength, bodyLength);
        return headLength + bodyLength;
    }

    /** Formatted once a second: the store's times have no finer grain. */
    private void writeTime() {
        var now = clock.instant();
        if (now.getEpochSecond() != writtenSecond.getEpochSecond()) {
            writtenSecond = now;
            var text = SECONDS.format(now);
            body.set("at", text);
            head.set("triggered_at", text);
        }
    }

    private void writeOrder(int order) {
        long id = ledger.orderId(order);
        var shipTo = mix.shipToOf(order);
        var skus = mix.skusOf(order);
        body.set("order", id)
                .set("number", 1_001L + order)
                .set("checkout", id + 1)
                .set("confirmation", "BENCH" + order)
                .set("token", "5e1f00d0b4c3a2" + HexFormat.of().toHexDigits(id))
                .set("email", "mira" + id + "@sample.example")
                .set("customer", id + 2)
                .set("shipping_line", id + 3)
                .set("house", 1L + order)
                .set("street", shipTo.street())
                .set("city", shipTo.city())
                .set("zip", shipTo.zip())
                .set("province", shipTo.province())
                .set("province_code", shipTo.provinceCode())
                .set("country", shipTo.country())
                .set("country_code", shipTo.countryCode());
        for (int line = 1; line <= skus.size(); line++) {
            var sku = skus.get(line - 1);
            body.set("sku_" + line, sku)
                    .set("line_" + line, id * 10 + line)
                    .set("product_" + line, 7_000_000_000_000L + (sku.hashCode() & Integer.MAX_VALUE))
                    .set("variant_" + line, 8_000_000_000_000L + (sku.hashCode() & Integer.MAX_VALUE));
        }
    }

    private void sign(int bodyLength) {
        try {
            mac.update(bodyBytes, 0, bodyLength);
            mac.doFinal(signature, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("an HMAC-SHA256 has 32 bytes", e);
        }
    }

    private static Mac mac(byte[] secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** As Shopify sends it: without the white space that makes the file readable. */
    private static String compactBody() {
        try (var stream = ShopifyWebhook.class.getResourceAsStream(BODY)) {
            if (stream == null) {
                throw new IllegalStateException("no " + BODY + " on the class path");
            }
            var readable = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return readable.lines()
                    .map(String::strip)
                    .collect(Collectors.joining())
                    .replace("\": ", "\":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
