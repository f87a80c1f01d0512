package dev.baton.console;

import dev.baton.console.SourceViews.Fact;
import dev.baton.inventory.FeedGuard;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.sources.FileSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is agreed on a feed, in words. */
final class FeedFacts {

    private FeedFacts() {}

    static List<Fact> of(FeedView feed) {
        FeedDefinition definition = feed.definition();
        boolean columns = definition.source().kind() != FileSource.Kind.REST;
        return Stream.concat(
                        Stream.concat(coming(feed), columns ? columns(definition) : Stream.empty()),
                        believed(definition))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static Stream<Fact> coming(FeedView feed) {
        FeedDefinition definition = feed.definition();
        FileSource source = definition.source();
        return Stream.of(
                new Fact("Comes", FeedsScreen.comes(feed)),
                new Fact("From", FeedsScreen.said(source.url())),
                new Fact("Signs in as", FeedsScreen.said(source.user())),
                new Fact("Host key", FeedsScreen.said(FeedTermsScreen.hostKey(feed))),
                new Fact("Put away as", FeedsScreen.said(source.renameTo())),
                new Fact(
                        "A file lists",
                        switch (definition.mode()) {
                            case FULL -> "everything the supplier has";
                            case DELTA -> "what changed";
                        }),
                new Fact("Left out means", absence(definition)));
    }

    private static String absence(FeedDefinition definition) {
        Absence absence = definition.absence();
        return switch (definition.mode()) {
            case FULL -> absence == null ? "what is agreed with the supplier" : FeedForm.words(absence);
            case DELTA -> "";
        };
    }

    private static Stream<Fact> columns(FeedDefinition definition) {
        ColumnMapping columns = definition.mapping();
        String place = columns.shipFrom();
        String all = definition.shipFrom();
        Integer row = columns.headerRow();
        Integer inStock = columns.inStock();
        return Stream.of(
                new Fact("Item code", "column " + columns.sku()),
                new Fact(
                        "Quantity",
                        columns.quantities().stream()
                                .map(each -> "column " + each.column()
                                        + (each.shipFrom() == null ? "" : " at " + each.shipFrom()))
                                .collect(Collectors.joining(", "))),
                new Fact("Place", place != null ? "column " + place : all == null ? "" : all),
                new Fact("Words", AgreedRows.words(columns.words()).replace("\n", ", ")),
                new Fact("\"In stock\" is", inStock == null ? "" : inStock + " units"),
                new Fact("Column names", row == null ? "" : row == 0 ? "there are none" : "in row " + row),
                new Fact("Sheet", FeedsScreen.said(columns.sheet())));
    }

    private static Stream<Fact> believed(FeedDefinition definition) {
        Integer maxAge = definition.maxAgeMinutes();
        FeedGuard guard = definition.guard();
        return Stream.of(
                new Fact("Figures are at most", maxAge == null ? "" : FeedsScreen.every(maxAge) + " old"),
                new Fact(
                        "When stale",
                        switch (definition.whenStale()) {
                            case KEEP -> "the last figures are sold on";
                            case CAP -> "at most " + definition.capUnits() + " units of each are sold";
                            case STOP -> "nothing is sold until a file comes";
                        }),
                new Fact(
                        "Set aside when",
                        "more than " + guard.mostLostPercent() + " % of the stock would be gone, or more than "
                                + guard.mostMissingPercent() + " % of the items are missing, from " + guard.fromOffers()
                                + " offers on"));
    }
}
