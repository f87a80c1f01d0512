package dev.baton.api;

import dev.baton.trading.sources.FileSource;
import org.jspecify.annotations.Nullable;

/**
 * Where files are fetched from; meanings as in {@link FileSource}.
 *
 * @param secret password, private key or token; never shown again; absent keeps the stored one
 */
record SourceBody(
        FileSource.Kind kind,
        @Nullable String url,
        @Nullable String user,
        @Nullable String secret,
        @Nullable String hostKey,
        @Nullable String renameTo) {

    /** @param pinned the host key that was pinned where none was stated */
    static SourceBody of(FileSource source, @Nullable String pinned) {
        return new SourceBody(
                source.kind(),
                source.url(),
                source.user(),
                null,
                source.hostKey() == null ? pinned : source.hostKey(),
                source.renameTo());
    }

    FileSource stated() {
        return new FileSource(kind, url, user, hostKey, renameTo);
    }

    @Override
    public String toString() {
        return "Source[" + kind + " " + url + "]";
    }
}
