package dev.baton.channels.shopify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The headers of a webhook. Shopify sends them as {@code X-Shopify-…}, newer deliveries as {@code Shopify-…}; both
 * are read. Source: shopify.dev, "Webhooks delivery structure".
 *
 * @param topic such as {@code orders/create}; empty when missing
 * @param signature null when missing
 * @param shopDomain null when missing
 * @param eventId the same for all deliveries of one event; null when missing
 * @param deliveryId the same for all attempts of one delivery; null when missing
 * @param triggeredAt when Shopify set it off; null when missing or unreadable
 */
record HookHeaders(
        String topic,
        @Nullable String signature,
        @Nullable String shopDomain,
        @Nullable String eventId,
        @Nullable String deliveryId,
        @Nullable Instant triggeredAt,
        @Nullable String apiVersion) {

    private static final int MOST_CHARACTERS = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads them by a function from a header's name to its value or null. */
    static HookHeaders read(Function<String, @Nullable String> header) {
        String topic = value(header, "Topic");
        return new HookHeaders(
                topic == null ? "" : topic,
                value(header, "Hmac-Sha256"),
                value(header, "Shop-Domain"),
                value(header, "Event-Id"),
                value(header, "Webhook-Id"),
                instant(value(header, "Triggered-At")),
                value(header, "Api-Version"));
    }

    private static @Nullable String value(Function<String, @Nullable String> header, String name) {
        String value = header.apply("X-Shopify-" + name);
        if (value == null) {
            value = header.apply("Shopify-" + name);
        }
        if (value == null || value.isBlank()) {
            return null;
        }
        String plain = value.strip().replaceAll("[^\\x20-\\x7e]", "");
        return plain.length() <= MOST_CHARACTERS ? plain : plain.substring(0, MOST_CHARACTERS);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** What is kept of them beside the document; never the signature. */
    String json() {
        ObjectNode kept = JSON.createObjectNode();
        kept.put("topic", topic);
        put(kept, "shop", shopDomain);
        put(kept, "event", eventId);
        put(kept, "delivery", deliveryId);
        put(kept, "triggeredAt", triggeredAt == null ? null : triggeredAt.toString());
        return kept.toString();
    }

    private static void put(ObjectNode kept, String name, @Nullable String value) {
        if (value != null) {
            kept.put(name, value);
        }
    }
}
