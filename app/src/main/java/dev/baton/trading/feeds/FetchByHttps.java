package dev.baton.trading.feeds;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Secrets;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundRequest;
import dev.baton.trading.feeds.Feeds.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches a feed's file from a web server, when it says that it has another one (RFC 9110, 13.1). */
@Component
final class FetchByHttps {

    /** For a whole file of any size. */
    static final Duration TIMEOUT = Duration.ofMinutes(12);

    private static final int UNCHANGED = 304;
    private static final Set<Integer> NO_CONTENT = Set.of(204, 404, 410);
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);

    private final FeedDesk desk;
    private final Secrets secrets;
    private final OutboundHttp http;
    private final ReceiveFeedFile receive;

    FetchByHttps(FeedDesk desk, Secrets secrets, OutboundHttp http, ReceiveFeedFile receive) {
        this.desk = desk;
        this.secrets = secrets;
        this.http = http;
        this.receive = receive;
    }

    Fetched fetch(MerchantId merchant, FeedView feed) {
        URI uri = URI.create(Objects.requireNonNull(feed.definition().source().url()));
        Map<String, String> headers = desk.tenancy().inTransaction(merchant, () -> headers(merchant, feed));
        OutboundRequest request = new OutboundRequest("GET", uri, headers, new byte[0], TIMEOUT);
        OutboundReply reply = http.fetch(
                request,
                (head, body) -> receive.receive(
                        merchant,
                        new ReceiveFeedFile.Incoming(
                                feed.code(),
                                name(uri),
                                head.header("content-type").orElse("application/octet-stream"),
                                null,
                                false,
                                null,
                                FeedSource.Kind.HTTPS),
                        body));
        return switch (reply) {
            case Answered answered -> answered(answered);
            case OutboundReply.NotSent notSent -> new Fetched.Trouble(notSent.reason(), false);
            case OutboundReply.Unknown unknown -> new Fetched.Trouble(unknown.reason(), false);
        };
    }

    private Map<String, String> headers(MerchantId merchant, FeedView feed) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*");
        Seen seen = desk.feeds().seen(merchant, feed.id());
        if (seen.etag() != null) {
            headers.put("If-None-Match", seen.etag());
        } else if (seen.lastModified() != null) {
            headers.put("If-Modified-Since", seen.lastModified());
        }
        Optional<String> secret = desk.feeds().secret(merchant, feed.id()).map(kept -> secrets.open(merchant, kept));
        secret.ifPresent(clear -> headers.put("Authorization", authorization(feed, clear)));
        return headers;
    }

    /** With a user's name it is a password, without one a token. */
    private static String authorization(FeedView feed, String secret) {
        @Nullable String user = feed.definition().source().user();
        return user == null
                ? "Bearer " + secret
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(URI uri) {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Fetched answered(Answered answer) {
        int status = answer.status();
        if (status == 200) {
            return new Fetched.Taken(
                    null,
                    answer.header("etag").orElse(null),
                    answer.header("last-modified").orElse(null),
                    null);
        }
        if (status == UNCHANGED) {
            return new Fetched.Nothing();
        }
        if (status >= 300 && status < 400) {
            return new Fetched.Trouble(
                    "the file has moved to " + answer.header("location").orElse("another place")
                            + ": define the feed with the new address",
                    true);
        }
        return new Fetched.Trouble(
                "the server answered " + status + (NO_CONTENT.contains(status) ? ": there is no file" : ""),
                NOT_LET_IN.contains(status));
    }
}
