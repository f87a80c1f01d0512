package dev.baton.platform.http;

import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundReply.NotSent;
import dev.baton.platform.http.OutboundReply.Unknown;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The only way out by HTTP: every call has a time for the whole exchange and a reply limit, redirects are not followed,
 * nothing is repeated by itself, and an address inside the own network is refused unless the operator allows it, so
 * that an endpoint somebody typed cannot reach what only this machine may reach. Plain http goes to the own network
 * only, where that is allowed.
 */
@Component
public class OutboundHttp {

    /** Most bytes kept of a reply. */
    public static final int MOST_REPLY_BYTES = 4 * 1024 * 1024;

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);
    private static final TimeValue DROP_AFTER_IDLE = TimeValue.ofSeconds(60);
    private static final int OK = 200;
    private static final int CONNECTIONS = 512;
    private static final int CONNECTIONS_PER_HOST = 64;

    private final DnsResolver addresses;
    private final String authorities;
    private @Nullable CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /**
     * A way out.
     *
     * @param allowPrivate whether addresses inside the own network are called
     * @param authorities file of certificates (PEM) that are trusted beside those every machine trusts; empty = none
     */
    public OutboundHttp(
            @Value("${baton.outbound.allow-private:false}") boolean allowPrivate,
            @Value("${baton.outbound.authorities:}") String authorities) {
        this.authorities = authorities;
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
        this.deadlines.setRemoveOnCancelPolicy(true);
        this.addresses = allowPrivate ? AllowedAddresses.any() : AllowedAddresses.publicOnly();
    }

    /** Made for the first call out: reading the certificates of all authorities would keep every start waiting. */
    private synchronized CloseableHttpClient client() {
        CloseableHttpClient made = client;
        if (made == null) {
            made = create(addresses, authorities.isEmpty() ? null : Authorities.beside(Path.of(authorities)));
            client = made;
        }
        return made;
    }

    private static CloseableHttpClient create(DnsResolver addresses, @Nullable SSLContext trusted) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(trusted == null ? null : new DefaultClientTlsStrategy(trusted))
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                                .build())
                        .build())
                .setUserAgent("Baton")
                .evictIdleConnections(DROP_AFTER_IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Takes the body of a reply while it comes in. */
    public interface BodyTaker {

        /**
         * Reads the body to its end.
         *
         * @throws IOException when it breaks off; the reply is unknown then
         */
        void take(Answered head, InputStream body) throws IOException;
    }

    /** Sends and waits on the calling (virtual) thread; never throws for what the other side does. */
    public OutboundReply send(OutboundRequest request) {
        return exchange(request, response -> new Answered(response.getCode(), headers(response), body(response)));
    }

    /**
     * As {@link #send}, for an answer too large to be held: its body is handed over as it comes in, and the
     * {@link Answered} has none. An answer that breaks off is {@link Unknown}, whatever of it was taken; what the
     * receiver itself throws comes through.
     */
    public OutboundReply download(OutboundRequest request, Incoming incoming) {
        return exchange(request, response -> {
            HttpEntity entity = response.getEntity();
            incoming.take(
                    response.getCode(),
                    headers(response),
                    entity == null ? InputStream.nullInputStream() : entity.getContent());
            return new Answered(response.getCode(), headers(response), new byte[0]);
        });
    }

    /**
     * As {@link #send}, for a body larger than memory: that of a reply of status 200 is handed over as it comes in, of any
     * size, and is not in the answer.
     *
     * @throws dev.baton.platform.Problem what the taker throws
     */
    public OutboundReply fetch(OutboundRequest request, BodyTaker taker) {
        return exchange(request, response -> {
            if (response.getCode() != OK) {
                return new Answered(response.getCode(), headers(response), body(response));
            }
            Answered head = new Answered(OK, headers(response), new byte[0]);
            HttpEntity entity = response.getEntity();
            taker.take(head, entity == null ? InputStream.nullInputStream() : entity.getContent());
            return head;
        });
    }

    private interface ReplyReader {
        Answered read(ClassicHttpResponse response) throws IOException;
    }

    private OutboundReply exchange(OutboundRequest request, ReplyReader reader) {
        URI uri = request.uri();
        if (uri.getHost() == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return new NotSent("not a web address: " + uri);
        }
        if (uri.getScheme().equals("http") && !mayBePlain(uri.getHost())) {
            return new NotSent("plain http shows what is sent to everybody on the way to " + uri.getHost()
                    + "; use https, or a host of the own network where that is allowed");
        }
        HttpUriRequestBase exchange = exchange(request);
        Future<?> deadline =
                deadlines.schedule(exchange::cancel, request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client().executeOpen(null, exchange, null)) {
            return reader.read(response);
        } catch (ConnectException | ConnectTimeoutException | ConnectionRequestTimeoutException unreachable) {
            return new NotSent("no connection to " + uri.getHost() + ": " + unreachable.getMessage());
        } catch (SSLHandshakeException | SSLPeerUnverifiedException refused) {
            return Authorities.refusal(uri.getHost(), refused)
                    .map(why -> new NotSent(why, true))
                    .orElseGet(() -> new NotSent("no connection to " + uri.getHost() + ": " + refused.getMessage()));
        } catch (AllowedAddresses.Inside refused) {
            return new NotSent("the address of " + uri.getHost()
                    + " lies inside this network; allow it with baton.outbound.allow-private if that is meant");
        } catch (UnknownHostException unknown) {
            return new NotSent("no such host: " + uri.getHost());
        } catch (IOException broken) {
            return new Unknown(
                    exchange.isCancelled()
                            ? "no whole answer from " + uri.getHost() + " within "
                                    + request.timeout().toMillis() + " ms"
                            : "no answer from " + uri.getHost() + ": " + broken);
        } finally {
            deadline.cancel(false);
        }
    }

    /** Only within the own network; a host nobody knows is let through, looking it up for the connection says so. */
    private static boolean mayBePlain(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(OwnNetwork::holds);
        } catch (UnknownHostException unknown) {
            return true;
        }
    }

    private static HttpUriRequestBase exchange(OutboundRequest request) {
        Timeout whole = Timeout.of(request.timeout());
        HttpUriRequestBase exchange = new HttpUriRequestBase(request.method(), request.uri());
        exchange.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .build());
        request.headers().forEach(exchange::addHeader);
        if (request.body().length > 0) {
            exchange.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return exchange;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return headers;
    }

    /** What is beyond the limit stays unread and the stream open: closing the response then closes the connection. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_REPLY_BYTES);
    }

    /** Closes every connection and stops the clock of the deadlines. */
    @PreDestroy
    synchronized void close() throws IOException {
        deadlines.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
