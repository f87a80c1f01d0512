package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message at the door: checked for who sent it, not yet for what it says.
 *
 * @param topic what the sender calls the event
 * @param key what makes it the same message when it comes again
 * @param connectionRevision the revision of the store's connection its signature was checked against; null when
 *     it was let in by other means
 * @param triggeredAt when the store noticed the change, or when we read it there; null when unknown
 * @param headersJson the headers worth keeping, a JSON object of texts
 * @param sourceVersion the sender's API version, or null
 */
public record Delivery(
        MerchantId merchant,
        StoreId store,
        Transport transport,
        String topic,
        String key,
        @Nullable Long connectionRevision,
        @Nullable Instant triggeredAt,
        String headersJson,
        @Nullable String sourceVersion,
        byte[] body) {

    /** Longest topic or key, in characters. */
    public static final int MOST_CHARACTERS = 255;

    public Delivery {
        if (topic.length() > MOST_CHARACTERS || key.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("topic and key may have " + MOST_CHARACTERS + " characters at most");
        }
    }

    @Override
    public String toString() {
        return "Delivery[" + store + ", " + topic + ", " + body.length + " bytes]";
    }
}
