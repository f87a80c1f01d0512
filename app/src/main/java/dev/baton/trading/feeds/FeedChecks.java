package dev.baton.trading.feeds;

import dev.baton.inventory.FeedGuard;
import dev.baton.platform.Problem;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a feed's definition must hold to. */
final class FeedChecks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_QUANTITIES = 100;
    private static final int LONGEST = 200;

    private FeedChecks() {}

    static Problem invalid(String field, String detail) {
        return new Problem(FeedProblem.FEED_INVALID, detail, field);
    }

    static Problem unknown(String code) {
        return new Problem(
                FeedProblem.FEED_UNKNOWN,
                "There is no feed " + code + ": define it by PUT /api/v1/feeds/" + code + ".");
    }

    static void check(String code, FeedDefinition feed) {
        require(CODE.matcher(code).matches(), "code", "A code is up to 60 letters, digits, dots and dashes.");
        require(
                feed.everyMinutes() >= LEAST_MINUTES && feed.everyMinutes() <= MOST_MINUTES,
                "everyMinutes",
                "A file may be expected every " + LEAST_MINUTES + " to " + MOST_MINUTES + " minutes.");
        @Nullable Integer maxAge = feed.maxAgeMinutes();
        require(
                maxAge == null || (maxAge >= 0 && maxAge <= MOST_MINUTES),
                "maxAgeMinutes",
                "The greatest age is 0 to " + MOST_MINUTES + " minutes.");
        require(feed.capUnits() >= 0, "capUnits", "The units still sold are 0 or more.");
        require(isShort(feed.shipFrom()), "shipFrom", "A place has at most " + LONGEST + " characters.");
        check(feed.mapping());
        check(feed.guard());
        check(feed.source());
    }

    private static void check(ColumnMapping mapping) {
        require(!mapping.sku().isBlank(), "mapping.sku", "Name the column with the supplier's item code.");
        int quantities = mapping.quantities().size();
        require(
                quantities >= 1 && quantities <= MOST_QUANTITIES,
                "mapping.quantities",
                "Name 1 to " + MOST_QUANTITIES + " columns with quantities.");
        mapping.quantities()
                .forEach(column -> require(
                        !column.column().isBlank() && isShort(column.column()) && isShort(column.shipFrom()),
                        "mapping.quantities",
                        "A column and its place have 1 to " + LONGEST + " characters."));
        mapping.words()
                .forEach((word, units) ->
                        require(units >= 0 && isShort(word), "mapping.words", "A word stands for 0 or more units."));
        @Nullable Integer inStock = mapping.inStock();
        require(inStock == null || inStock >= 0, "mapping.inStock", "\"In stock\" stands for 0 or more units.");
        @Nullable Integer headerRow = mapping.headerRow();
        require(
                headerRow == null || (headerRow >= 0 && headerRow <= 1_000),
                "mapping.headerRow",
                "The row of column names is 1 to 1000, or 0 when there is none.");
    }

    private static void check(FeedGuard guard) {
        require(guard.fromOffers() >= 1, "guard.fromOffers", "A file is looked at from 1 offer on, or more.");
        require(isPercent(guard.mostLostPercent()), "guard.mostLostPercent", "Per cent are 1 to 100.");
        require(isPercent(guard.mostMissingPercent()), "guard.mostMissingPercent", "Per cent are 1 to 100.");
    }

    private static void check(FeedSource source) {
        @Nullable String url = source.url();
        if (source.kind() == FeedSource.Kind.UPLOAD) {
            require(url == null, "source.url", "A feed that is uploaded has no address: leave it out.");
            return;
        }
        String scheme = source.kind() == FeedSource.Kind.SFTP ? "sftp" : "https";
        require(
                url != null && isAddress(url.replace("*", "x"), source.kind()),
                "source.url",
                "The address is " + scheme + "://host/path without user and password.");
        @Nullable String hostKey = source.hostKey();
        require(
                hostKey == null || FINGERPRINT.matcher(hostKey).matches(),
                "source.hostKey",
                "A host key's fingerprint looks like SHA256: and 43 letters, as ssh-keygen -l prints it.");
        require(
                isShort(source.user()) && isShort(source.renameTo()),
                "source.user",
                "At most " + LONGEST + " characters.");
    }

    /** Plain http is refused by the way out itself, but within an own network where that is allowed. */
    private static boolean isAddress(String url, FeedSource.Kind kind) {
        try {
            URI uri = URI.create(url);
            boolean scheme = kind == FeedSource.Kind.SFTP
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

    private static boolean isPercent(int value) {
        return value >= 1 && value <= 100;
    }

    private static boolean isShort(@Nullable String text) {
        return text == null || text.length() <= LONGEST;
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw invalid(field, detail);
        }
    }
}
