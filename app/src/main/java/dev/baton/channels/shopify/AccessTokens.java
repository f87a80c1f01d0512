package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnection.Access;
import dev.baton.channels.UnreadableDocument;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The access tokens of stores. A token made with the app's id and secret lasts 24 hours; it is kept in memory,
 * renewed some minutes early, and at once when the store says that it has expired. Source: shopify.dev, "Using the
 * client credentials grant".
 */
@Component
class AccessTokens {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int STRIPES = 64;

    private final OutboundHttp http;
    private final Clock clock;
    private final Map<Key, Token> known = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    AccessTokens(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    private record Key(MerchantId merchant, StoreId store) {}

    private record Token(String value, String clientId, Instant expiresAt) {}

    /** A token, or why there is none. */
    sealed interface Answer {

        /** Use this. */
        record Usable(String token) implements Answer {}

        /** The store does not give one; a person must act. */
        record Refused(String why) implements Answer {}

        /** The store could not be asked now. */
        record NotNow(String why) implements Answer {}
    }

    Answer token(StoreConnection connection) {
        return switch (connection.access()) {
            case Access.None ignored -> new Answer.Refused("Baton was given no access to the store's API.");
            case Access.StaticToken token -> new Answer.Usable(token.token());
            case Access.ClientCredentials client -> {
                Token token = usable(connection, client, "");
                yield token == null ? obtain(connection, client, "") : new Answer.Usable(token.value());
            }
        };
    }

    /** A token other than the one the store has just refused. */
    Answer renewed(StoreConnection connection, String refused) {
        return switch (connection.access()) {
            case Access.None ignored -> new Answer.Refused("Baton was given no access to the store's API.");
            case Access.StaticToken ignored ->
                new Answer.Refused("The store does not accept the access token any more (HTTP 401).");
            case Access.ClientCredentials client -> obtain(connection, client, refused);
        };
    }

    private static Key key(StoreConnection connection) {
        return new Key(connection.merchant(), connection.store());
    }

    /** One call per store at a time: whoever waited finds the token of whoever came first. */
    private Answer obtain(StoreConnection connection, Access.ClientCredentials client, String refused) {
        Key key = key(connection);
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        try {
            Token token = usable(connection, client, refused);
            return token == null ? request(connection, client) : new Answer.Usable(token.value());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Token usable(StoreConnection connection, Access.ClientCredentials client, String refused) {
        Token token = known.get(key(connection));
        boolean usable = token != null
                && !token.value().equals(refused)
                && token.clientId().equals(client.clientId())
                && clock.instant().isBefore(token.expiresAt());
        return usable ? token : null;
    }

    private Answer request(StoreConnection connection, Access.ClientCredentials client) {
        String form = "grant_type=client_credentials&client_id=" + encoded(client.clientId()) + "&client_secret="
                + encoded(client.clientSecret());
        OutboundReply reply = http.send(new OutboundRequest(
                "POST",
                URI.create(connection.apiBase() + "/admin/oauth/access_token"),
                Map.of("content-type", "application/x-www-form-urlencoded", "accept", "application/json"),
                form.getBytes(StandardCharsets.UTF_8),
                TIMEOUT));
        return switch (reply) {
            case OutboundReply.NotSent unsent -> new Answer.NotNow(unsent.reason());
            case OutboundReply.Unknown unknown -> new Answer.NotNow(unknown.reason());
            case OutboundReply.Answered answered -> read(connection, client, answered);
        };
    }

    private Answer read(StoreConnection connection, Access.ClientCredentials client, OutboundReply.Answered answered) {
        if (answered.status() == 429 || answered.status() >= 500) {
            return new Answer.NotNow("the store gives no token now (HTTP " + answered.status() + ")");
        }
        if (answered.status() != 200) {
            return new Answer.Refused(
                    "The store gives no token for the app's client id and secret (HTTP " + answered.status() + ").");
        }
        try {
            Fields given = Fields.of(answered.body());
            String value = given.requiredText("access_token");
            Duration lasts = Duration.ofSeconds(given.count("expires_in", 86_399));
            Duration used = lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts.dividedBy(2);
            known.put(
                    key(connection),
                    new Token(value, client.clientId(), clock.instant().plus(used)));
            return new Answer.Usable(value);
        } catch (UnreadableDocument unreadable) {
            return new Answer.NotNow("the store's answer holds no token: " + unreadable.reason());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
