package dev.baton.world.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who reads the console with a browser's cookies, a page at a time, over one kept-alive connection. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(URI base) {
        this.base = base;
    }

    /** Joins by a one-time link, and signs in. */
    void join(String path, String email, String password) throws InterruptedException {
        post(path, path, Map.of("email", email, "password", password));
        post("/console/sign-in", "/console/sign-in", Map.of("email", email, "password", password));
    }

    /** What a page took.  */
    record Seen(String html, long nanos, int bytes) {}

    /**
     * Reads a page to its last byte.
     *
     * @throws IllegalStateException when it is answered neither 200 nor with the way to the one thing that was meant
     */
    Seen read(String path) throws InterruptedException {
        long began = System.nanoTime();
        HttpResponse<byte[]> answer =
                exchange(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE));
        long nanos = System.nanoTime() - began;
        boolean meant = answer.statusCode() == 303
                && !answer.headers().firstValue("location").orElse("").startsWith("/console/sign-in");
        if (answer.statusCode() != 200 && !meant) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode());
        }
        return new Seen(new String(answer.body(), StandardCharsets.UTF_8), nanos, answer.body().length);
    }

    private void post(String page, String path, Map<String, String> typed) throws InterruptedException {
        Matcher token = TOKEN.matcher(read(page).html());
        Map<String, String> fields = new LinkedHashMap<>(typed);
        if (token.find()) {
            fields.put("form-token", token.group(1));
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("the form of " + page + " was answered " + answer.statusCode());
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new IllegalStateException("the console did not answer: " + broken.getMessage(), broken);
        }
    }
}
