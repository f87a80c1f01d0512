package dev.baton.trading.sources;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where files come from.
 *
 * @param kind how
 * @param url {@code https://…} or {@code sftp://host[:port]/path/file}; the file's name may have one {@code *}, then the
 *     newest that fits is taken first, and each later one after it; null for what is not fetched
 * @param user to sign in with; null = none
 * @param hostKey SFTP: the host key's fingerprint, {@code SHA256:…}; null = the first one seen is pinned
 * @param renameTo SFTP: folder the file is moved to once it is taken; null = it is left where it is
 */
public record FileSource(
        Kind kind,
        @Nullable String url,
        @Nullable String user,
        @Nullable String hostKey,
        @Nullable String renameTo) {

    /** The ways files come. */
    public enum Kind {
        /** Somebody sends them. */
        UPLOAD,
        /** They are fetched from a web server. */
        HTTPS,
        /** They are fetched from a file server. */
        SFTP,
        /** No files: the supplier's system sends its figures to the API. */
        REST
    }

    /** Files are sent here by hand or by a program. */
    public static final FileSource UPLOAD = new FileSource(Kind.UPLOAD, null, null, null, null);

    /** Figures are sent to the API. */
    public static final FileSource REST = new FileSource(Kind.REST, null, null, null, null);

    /** Whether it is looked at on a schedule. */
    public boolean isFetched() {
        return kind == Kind.HTTPS || kind == Kind.SFTP;
    }

    /** Whether it is fetched from the same server in the same way: what that was told in confidence may be told it again. */
    public boolean isServerOf(FileSource other) {
        return isFetched() && kind == other.kind && server().equals(other.server());
    }

    /** Scheme, host and port; only the last part of an address may have a star. */
    private String server() {
        URI uri = URI.create(Objects.requireNonNull(url).replace("*", "x"));
        return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
    }
}
