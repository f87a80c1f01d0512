package dev.baton.channels.shopify;

import dev.baton.channels.Delivery;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.Transport;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides whether a webhook comes from the store it names. The secrets are remembered; where they do not fit, the
 * database is asked once more, for they may just have been changed.
 */
@Component
class CheckHook {

    private final StoreConnections connections;

    CheckHook(StoreConnections connections) {
        this.connections = connections;
    }

    /** Whether a webhook may come in. */
    sealed interface Verdict {

        /** It may, as this message. */
        record Accepted(Delivery delivery) implements Verdict {}

        /** It is genuine, but of a topic Baton has no use for. */
        record NotForUs() implements Verdict {}

        /** Nobody has this address, or the store is not connected any more. */
        record Unknown() implements Verdict {}

        /** The signature is missing or does not fit, or it was signed for another shop. */
        record Forged() implements Verdict {}
    }

    Verdict check(MerchantId merchant, StoreId store, HookHeaders headers, byte[] body) {
        Verdict verdict = check(connections.remembered(merchant, store), headers, body);
        return verdict instanceof Verdict.Forged ? checkAgain(merchant, store, headers, body) : verdict;
    }

    /** By the connection as it stands in the database. */
    Verdict checkAgain(MerchantId merchant, StoreId store, HookHeaders headers, byte[] body) {
        return check(connections.current(merchant, store), headers, body);
    }

    private static Verdict check(Optional<StoreConnection> known, HookHeaders headers, byte[] body) {
        if (known.isEmpty() || !known.get().connected()) {
            return new Verdict.Unknown();
        }
        StoreConnection connection = known.get();
        if (!ShopifySignature.matches(body, headers.signature(), connection.webhookSecrets())) {
            return new Verdict.Forged();
        }
        // one app may serve several shops with one secret: a message for another shop is not ours
        if (headers.shopDomain() != null && !headers.shopDomain().equalsIgnoreCase(connection.shopDomain())) {
            return new Verdict.Forged();
        }
        return HookTopic.of(headers.topic()) == HookTopic.UNHEARD
                ? new Verdict.NotForUs()
                : new Verdict.Accepted(delivery(connection, headers, body));
    }

    private static Delivery delivery(StoreConnection connection, HookHeaders headers, byte[] body) {
        return new Delivery(
                connection.merchant(),
                connection.store(),
                Transport.SHOPIFY_WEBHOOK,
                headers.topic(),
                key(headers, body),
                connection.revision(),
                headers.triggeredAt(),
                headers.json(),
                headers.apiVersion(),
                body);
    }

    private static String key(HookHeaders headers, byte[] body) {
        if (headers.eventId() != null) {
            return headers.eventId();
        }
        return headers.deliveryId() != null ? headers.deliveryId() : digest(body);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
