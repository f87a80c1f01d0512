package dev.baton.trading.sources;

import dev.baton.platform.Problem;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a source must hold to. */
public final class SourceChecks {

    /** How often a source is looked at at most, in minutes between two looks. */
    public static final int LEAST_MINUTES = 5;

    /** How seldom at least: once a week. */
    public static final int MOST_MINUTES = 7 * 24 * 60;

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
    private static final int LONGEST = 200;

    private SourceChecks() {}

    /** Says what is wrong with a field. */
    @FunctionalInterface
    public interface Refusal {

        /** The problem to throw. */
        Problem of(String field, String detail);
    }

    /**
     * Checks the source and how often it is looked at.
     *
     * @throws Problem as the refusal says, naming the field
     */
    public static void check(FileSource source, int everyMinutes, Refusal refusal) {
        require(
                everyMinutes >= LEAST_MINUTES && everyMinutes <= MOST_MINUTES,
                refusal,
                "everyMinutes",
                "A file may be expected every " + LEAST_MINUTES + " to " + MOST_MINUTES + " minutes.");
        @Nullable String url = source.url();
        if (!source.isFetched()) {
            require(url == null, refusal, "source.url", "What is sent to Baton has no address: leave it out.");
            return;
        }
        String scheme = source.kind() == FileSource.Kind.SFTP ? "sftp" : "https";
        require(
                url != null && isAddress(url.replace("*", "x"), source.kind()),
                refusal,
                "source.url",
                "The address is " + scheme + "://host/path without user and password.");
        @Nullable String hostKey = source.hostKey();
        require(
                hostKey == null || FINGERPRINT.matcher(hostKey).matches(),
                refusal,
                "source.hostKey",
                "A host key's fingerprint looks like SHA256: and 43 letters, as ssh-keygen -l prints it.");
        require(isShort(source.user()), refusal, "source.user", "At most " + LONGEST + " characters.");
        require(isShort(source.renameTo()), refusal, "source.renameTo", "At most " + LONGEST + " characters.");
    }

    /** Plain http is refused by the way out itself, but within an own network where that is allowed. */
    private static boolean isAddress(String url, FileSource.Kind kind) {
        try {
            URI uri = URI.create(url);
            boolean scheme = kind == FileSource.Kind.SFTP
                    ? "sftp".equals(uri.getScheme())
                    : "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return scheme
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPath() != null
                    && uri.getPath().length() > 1;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isShort(@Nullable String text) {
        return text == null || text.length() <= LONGEST;
    }

    private static void require(boolean holds, Refusal refusal, String field, String detail) {
        if (!holds) {
            throw refusal.of(field, detail);
        }
    }
}
