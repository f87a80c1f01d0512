package dev.baton.trading.feeds;

import dev.baton.inventory.FeedGuard;
import dev.baton.platform.Problem;
import dev.baton.trading.sources.FileSource;
import dev.baton.trading.sources.SourceChecks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a feed's definition must hold to. */
final class FeedChecks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
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

    static void checkCode(String code) {
        require(CODE.matcher(code).matches(), "code", "A code is up to 60 letters, digits, dots and dashes.");
    }

    static void check(String code, FeedDefinition feed) {
        checkCode(code);
        boolean neverDue = feed.everyMinutes() == FeedDefinition.NEVER_DUE
                && !feed.source().isFetched();
        SourceChecks.check(
                feed.source(), neverDue ? SourceChecks.LEAST_MINUTES : feed.everyMinutes(), FeedChecks::invalid);
        if (feed.source().kind() == FileSource.Kind.REST) {
            require(
                    feed.shipFrom() == null,
                    "shipFrom",
                    "Figures sent to the API name their place row by row: leave it out.");
            require(
                    feed.mapping().equals(ColumnMapping.OF_FIGURES),
                    "mapping",
                    "Figures sent to the API have no columns: leave the mapping out.");
        }
        @Nullable Integer maxAge = feed.maxAgeMinutes();
        require(
                maxAge == null || (maxAge >= 0 && maxAge <= SourceChecks.MOST_MINUTES),
                "maxAgeMinutes",
                "The greatest age is 0 to " + SourceChecks.MOST_MINUTES + " minutes.");
        require(feed.capUnits() >= 0, "capUnits", "The units still sold are 0 or more.");
        require(isShort(feed.shipFrom()), "shipFrom", "A place has at most " + LONGEST + " characters.");
        check(feed.mapping());
        check(feed.guard());
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
