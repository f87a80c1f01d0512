package dev.baton.trading.sources;

import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundReply.Answered;
import dev.baton.platform.http.OutboundRequest;
import dev.baton.trading.sources.FileSources.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches a file from a web server, when it says that it has another one (RFC 9110, 13.1). */
@Component
final class FetchByHttps {

    /** For a whole file of any size. */
    static final Duration TIMEOUT = Duration.ofMinutes(12);

    private static final int UNCHANGED = 304;
    private static final Set<Integer> NO_CONTENT = Set.of(204, 404, 410);
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);

    private final OutboundHttp http;

    FetchByHttps(OutboundHttp http) {
        this.http = http;
    }

    Fetched fetch(FileSource source, @Nullable String secret, Seen seen, TakeFile take) {
        return fetch(source, secret, seen, TIMEOUT, take);
    }

    /** As {@link #fetch}, whatever was seen before, and with little patience. */
    Fetched peek(FileSource source, @Nullable String secret, Duration patience, TakeFile take) {
        return fetch(source, secret, Seen.NOTHING, patience, take);
    }

    private Fetched fetch(FileSource source, @Nullable String secret, Seen seen, Duration timeout, TakeFile take) {
        URI uri = URI.create(Objects.requireNonNull(source.url()));
        OutboundRequest request = new OutboundRequest("GET", uri, headers(source, secret, seen), new byte[0], timeout);
        OutboundReply reply = http.fetch(
                request,
                (head, body) ->
                        take.take(name(uri), head.header("content-type").orElse("application/octet-stream"), body));
        return switch (reply) {
            case Answered answered -> answered(answered);
            case OutboundReply.NotSent notSent -> new Fetched.Trouble(notSent.reason(), notSent.lasting());
            case OutboundReply.Unknown unknown -> new Fetched.Trouble(unknown.reason(), false);
        };
    }

    private static Map<String, String> headers(FileSource source, @Nullable String secret, Seen seen) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*");
        if (seen.etag() != null) {
            headers.put("If-None-Match", seen.etag());
        } else if (seen.lastModified() != null) {
            headers.put("If-Modified-Since", seen.lastModified());
        }
        if (secret != null) {
            headers.put("Authorization", authorization(source, secret));
        }
        return headers;
    }

    /** With a user's name it is a password, without one a token. */
    private static String authorization(FileSource source, String secret) {
        @Nullable String user = source.user();
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
                    null,
                    null);
        }
        if (status == UNCHANGED) {
            return new Fetched.Nothing();
        }
        if (status >= 300 && status < 400) {
            return new Fetched.Trouble(
                    "the file has moved to " + answer.header("location").orElse("another place")
                            + ": define it with the new address",
                    true);
        }
        return new Fetched.Trouble(
                "the server answered " + status + (NO_CONTENT.contains(status) ? ": there is no file" : ""),
                NOT_LET_IN.contains(status));
    }
}
