package dev.baton.world.shopify;

import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands out 24-hour tokens for client id and secret. Source: shopify.dev, "Using the client credentials grant".
 */
final class AccessTokens {

    /** Life of a token. Source: the same page, {@code expires_in}. */
    private static final int LIFE_SECONDS = 86_399;

    private final Shop shop;
    private final ShopProfile profile;
    private final Clock clock;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    AccessTokens(Shop shop, Clock clock) {
        this.shop = shop;
        this.profile = shop.profile();
        this.clock = clock;
    }

    Reply grant(Request request) {
        String type = request.headerOrEmpty("content-type");
        @Nullable
        JsonNode json = type.startsWith("application/json")
                ? Json.readOrNull(request.body().bytes())
                : null;
        String id = value(request, json, "client_id");
        String secret = value(request, json, "client_secret");
        if (!value(request, json, "grant_type").equals("client_credentials")) {
            return error("unsupported_grant_type", "grant_type must be client_credentials");
        }
        if (!id.equals(profile.clientId()) || !secret.equals(profile.clientSecret())) {
            return error("application_cannot_be_found", "No app has this client id and secret");
        }
        String token = "shpat_" + UUID.randomUUID().toString().replace("-", "");
        expiries.put(token, clock.instant().plusSeconds(LIFE_SECONDS));
        ObjectNode answer = Json.object();
        answer.put("access_token", token);
        answer.put("scope", String.join(",", shop.scopes()));
        answer.put("expires_in", LIFE_SECONDS);
        return Reply.json(200, answer);
    }

    boolean isValid(@Nullable String token) {
        if (token == null) {
            return false;
        }
        if (token.equals(profile.accessToken())) {
            return true;
        }
        Instant expiry = expiries.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    void revokeAll() {
        expiries.clear();
    }

    private static Reply error(String code, String description) {
        return Reply.json(400, Json.object().put("error", code).put("error_description", description));
    }

    private static String value(Request request, @Nullable JsonNode json, String name) {
        if (json != null) {
            return Json.text(json, name);
        }
        for (String pair : request.body().text().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
