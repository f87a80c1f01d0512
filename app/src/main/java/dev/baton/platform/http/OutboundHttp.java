package dev.baton.platform.http;

import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The only way out by HTTP: every call has a time-out to the reply's last byte and a reply limit, redirects are not followed, and an
 * address inside the own network is refused unless the operator allows it, so that an endpoint somebody typed
 * cannot reach what only this machine may reach. Plain http goes to the own network only, where that is allowed.
 */
@Component
public class OutboundHttp {

    /** Most bytes kept of a reply. */
    public static final int MOST_REPLY_BYTES = 4 * 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final HttpClient client;
    private final boolean allowPrivate;

    public OutboundHttp(@Value("${baton.outbound.allow-private:false}") boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Sends and waits on the calling (virtual) thread; never throws for what the other side does. */
    public OutboundReply send(OutboundRequest request) {
        NotSent refusal = refuse(request.uri());
        if (refusal != null) {
            return refusal;
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(
                        request.method(),
                        request.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        // the client's own time-out ends with the headers; this one covers the body too
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(builder.build(), head -> new CutBody(MOST_REPLY_BYTES));
        try {
            HttpResponse<byte[]> response = exchange.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(
                    response.statusCode(), Map.copyOf(response.headers().map()), response.body());
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return new Unknown("no whole answer from " + request.uri().getHost() + " within " + request.timeout());
        } catch (ExecutionException failed) {
            return broken(request, Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Unknown("stopped while waiting for " + request.uri().getHost());
        }
    }

    private static OutboundReply broken(OutboundRequest request, Throwable cause) {
        String host = request.uri().getHost();
        return switch (cause) {
            case ConnectException unreachable -> new NotSent("no connection to " + host + ": " + unreachable);
            case HttpConnectTimeoutException unreachable ->
                new NotSent("no connection to " + host + ": " + unreachable);
            case UnresolvedAddressException unreachable -> new NotSent("no connection to " + host + ": " + unreachable);
            case IOException broken -> new Unknown("no answer from " + host + ": " + broken);
            default -> throw new IllegalStateException("the call to " + host + " broke down", cause);
        };
    }

    private @org.jspecify.annotations.Nullable NotSent refuse(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return new NotSent("not a web address: " + uri);
        }
        boolean plain = uri.getScheme().equals("http");
        if (allowPrivate && !plain) {
            return null;
        }
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
            if (!allowPrivate && addresses.stream().anyMatch(OwnNetwork::holds)) {
                return new NotSent("the address of " + host
                        + " lies inside this network; allow it with baton.outbound.allow-private if that is meant");
            }
            // The client resolves the name once more. What answers there then must still hold a certificate of that
            // name, which nothing inside this network does; plain http has no such guard.
            if (plain && !(allowPrivate && addresses.stream().allMatch(OwnNetwork::holds))) {
                return new NotSent("plain http shows what is sent to everybody on the way to " + host + "; use https");
            }
            return null;
        } catch (UnknownHostException unknown) {
            return new NotSent("no such host: " + host);
        }
    }
}
