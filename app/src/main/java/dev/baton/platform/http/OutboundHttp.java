package dev.baton.platform.http;

import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The only way out by HTTP: every call has a time-out and a reply limit, redirects are not followed, and an
 * address inside the own network is refused unless the operator allows it, so that an endpoint somebody typed
 * cannot reach what only this machine may reach.
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
                .timeout(request.timeout())
                .method(
                        request.method(),
                        request.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answered(
                        response.statusCode(), Map.copyOf(response.headers().map()), body.readNBytes(MOST_REPLY_BYTES));
            }
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException unreachable) {
            return new NotSent("no connection to " + request.uri().getHost() + ": " + unreachable);
        } catch (IOException broken) {
            return new Unknown("no answer from " + request.uri().getHost() + ": " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unknown("stopped while waiting for " + request.uri().getHost());
        }
    }

    private @org.jspecify.annotations.Nullable NotSent refuse(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return new NotSent("not a web address: " + uri);
        }
        if (allowPrivate) {
            return null;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isPrivate(address)) {
                    return new NotSent("the address of " + host
                            + " lies inside this network; allow it with baton.outbound.allow-private if that is meant");
                }
            }
            return null;
        } catch (UnknownHostException unknown) {
            return new NotSent("no such host: " + host);
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocalV6 = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocalV6
                || carrierGrade;
    }
}
