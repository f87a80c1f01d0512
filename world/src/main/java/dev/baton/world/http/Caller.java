package dev.baton.world.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests and never throws: a call either has an answer or has failed. */
public final class Caller implements AutoCloseable {

    /** Requests under way at once; more wait, so that the world cannot flood a small machine. */
    private static final int AT_ONCE = 64;

    /** So that the client's own timeout speaks first where there is no answer at all. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

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

    /** Sends one request and waits for the whole of its answer, no longer than the timeout. */
    public Outcome send(String method, URI uri, Map<String, String> headers, Body body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::header);
        try {
            places.acquire();
            try {
                HttpResponse<byte[]> answer = whole(request.build(), timeout);
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

    /** The client's own timeout ends with the answer's head. */
    private HttpResponse<byte[]> whole(HttpRequest request, Duration timeout) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.plus(HEAD_START).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("the answer did not end within " + timeout);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
