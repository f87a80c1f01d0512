package dev.baton.api;

import dev.baton.RunningBaton;
import dev.baton.platform.MerchantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API over real HTTP with one key. */
record ApiClient(RunningBaton baton, MerchantId merchant, String key) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An admin of a merchant of its own. */
    static ApiClient admin() {
        RunningBaton baton = RunningBaton.shared();
        MerchantId merchant = baton.newMerchant();
        return new ApiClient(baton, merchant, baton.key(merchant, "admin"));
    }

    ApiClient withKey(String other) {
        return new ApiClient(baton, merchant, other);
    }

    /** The same merchant's key of these scopes only. */
    ApiClient withScopes(String... scopes) {
        return withKey(baton.key(merchant, scopes));
    }

    /** What came back. */
    record Reply(int status, JsonNode json, String text, Map<String, java.util.List<String>> headers) {

        String header(String name) {
            return headers.getOrDefault(name, java.util.List.of("")).getFirst();
        }

        /** A field of the body by its path, such as {@code /items/0/id}. */
        String at(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    Reply put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Reply send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baton.baseUrl().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("authorization", "Bearer " + key);
        }
        if (body != null && !headers.containsKey("content-type")) {
            request.header("content-type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    json(response.body()),
                    response.body(),
                    response.headers().map());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String body) {
        return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.createObjectNode();
    }
}
