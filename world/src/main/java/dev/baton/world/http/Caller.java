package dev.baton.world.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Sends requests and never throws: a call either has an answer or has failed. */
public final class Caller implements AutoCloseable {

    /** Requests under way at once; more wait, so that the world cannot flood a small machine. */
    private static final int AT_ONCE = 64;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * What came of a call.
     *
     * @param status 0 when there was no answer, and {@code failure} then says why
     * @param location where the answer sends the caller, null where it does not
     */
    public record Outcome(
            int status,
            Body body,
            @Nullable String failure,
            @Nullable String location) {

        /** Whether it was answered 2xx. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Sends one request and waits for its answer. */
    public Outcome send(String method, URI uri, Map<String, String> headers, Body body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::header);
        try {
            places.acquire();
            try {
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                @Nullable
                String location = answer.headers().firstValue("location").orElse(null);
                return new Outcome(answer.statusCode(), Body.of(answer.body()), null, location);
            } finally {
                places.release();
            }
        } catch (IOException e) {
            return new Outcome(0, Body.empty(), String.valueOf(e), null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome(0, Body.empty(), "the world is closing", null);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
