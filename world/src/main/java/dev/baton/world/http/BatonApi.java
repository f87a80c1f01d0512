package dev.baton.world.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Baton's API for one key. A call is tried again while Baton is down, busy or not yet so far; every call here may be
 * repeated because it carries its own reference or changes nothing.
 */
public final class BatonApi {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Tries of a call that Baton refuses because of the state of things, which may still be changing. */
    private static final int TRIES_ON_CONFLICT = 6;

    private final Caller caller;
    private final URI baseUrl;
    private final @Nullable String key;
    private final Duration patience;

    /** Calls with the given bearer key; {@code patience} is how long an outage is waited for. */
    public BatonApi(Caller caller, URI baseUrl, @Nullable String key, Duration patience) {
        this.caller = caller;
        this.baseUrl = baseUrl;
        this.key = key;
        this.patience = patience;
    }

    /** The same Baton with another key. */
    public BatonApi withKey(String other) {
        return new BatonApi(caller, baseUrl, other, patience);
    }

    /** The same Baton for somebody who has no key. */
    public BatonApi withoutKey() {
        return new BatonApi(caller, baseUrl, null, patience);
    }

    /** Where Baton listens. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** An answer read as JSON; {@code json} is null where there was none or it was no JSON. */
    public record Answer(int status, @Nullable JsonNode json, String text) {

        /** Whether it was answered 2xx. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** The JSON, or an empty object. */
        public JsonNode orEmpty() {
            return json == null ? Json.object() : json;
        }
    }

    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    public Answer post(String path, JsonNode body) {
        return call("POST", path, body, Map.of());
    }

    public Answer put(String path, JsonNode body) {
        return call("PUT", path, body, Map.of());
    }

    /** Puts bytes that are no JSON. */
    public Answer putBytes(String path, Body body, String mediaType) {
        return patiently("PUT", path, body, Map.of("content-type", mediaType));
    }

    /** Posts bytes that are no JSON. */
    public Answer postBytes(String path, Body body, String mediaType) {
        return patiently("POST", path, body, Map.of("content-type", mediaType));
    }

    /** Posts with these headers. */
    public Answer postWith(String path, Body body, Map<String, String> headers) {
        return patiently("POST", path, body, headers);
    }

    /** Posts with an idempotency key. */
    public Answer postOnce(String path, JsonNode body, String idempotencyKey) {
        return call("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    /** One try only, for what is asked again soon anyway. */
    public Answer tryGet(String path) {
        return once("GET", path, Body.empty(), Map.of());
    }

    /** One try only, for what must be thought over before it is said again. */
    public Answer tryPost(String path, JsonNode body) {
        return once("POST", path, Body.of(body), Map.of("content-type", "application/json"));
    }

    private Answer call(String method, String path, @Nullable JsonNode body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        if (body != null) {
            headers.put("content-type", "application/json");
        }
        return patiently(method, path, body == null ? Body.empty() : Body.of(body), headers);
    }

    private Answer patiently(String method, String path, Body body, Map<String, String> more) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        int conflicts = 0;
        while (true) {
            Answer answer = once(method, path, body, more);
            boolean unsettled = answer.status() == 404 || answer.status() == 409;
            boolean down = answer.status() == 0 || answer.status() == 429 || answer.status() >= 500;
            boolean again = down || (unsettled && ++conflicts < TRIES_ON_CONFLICT);
            if (!again || System.nanoTime() > giveUpAt || !rest(pause)) {
                return answer;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Answer once(String method, String path, Body body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        if (key != null) {
            headers.put("authorization", "Bearer " + key);
        }
        headers.put("accept", "application/json");
        Caller.Outcome outcome = caller.send(method, URI.create(baseUrl + path), headers, body, ANSWER_TIMEOUT);
        String text = outcome.failure() == null ? outcome.body().text() : outcome.failure();
        return new Answer(outcome.status(), Json.readOrNull(outcome.body().bytes()), text);
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A text made safe for a path or a query. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
