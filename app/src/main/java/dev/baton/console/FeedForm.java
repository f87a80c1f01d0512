package dev.baton.console;

import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.sources.FileSource;
import dev.baton.trading.sources.SourceChecks;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of what is agreed on a feed: what it begins with, and what was typed as a definition. */
final class FeedForm {

    private FeedForm() {}

    static Problem wrong(String field, String detail) {
        return new Problem(CommonProblem.INVALID_FIELD, detail, field);
    }

    static String words(Absence absence) {
        return switch (absence) {
            case ZERO -> "there is none left";
            case KEEP -> "nothing: the last figure stays and ages";
            case DISCONTINUED -> "the supplier dropped it";
        };
    }

    static Map<String, String> values(FeedDefinition feed) {
        ColumnMapping columns = feed.mapping();
        Map<String, String> values = new HashMap<>();
        values.put("url", FeedsScreen.said(feed.source().url()));
        values.put("user", FeedsScreen.said(feed.source().user()));
        values.put("renameTo", FeedsScreen.said(feed.source().renameTo()));
        values.put("shipFrom", FeedsScreen.said(feed.shipFrom()));
        values.put("mode", feed.mode().name());
        values.put("absence", FeedsScreen.said(feed.absence()));
        values.put("maxAge", FeedsScreen.said(feed.maxAgeMinutes()));
        values.put("every", String.valueOf(feed.everyMinutes()));
        values.put("stale", feed.whenStale().name());
        values.put("cap", String.valueOf(feed.capUnits()));
        values.put("fromOffers", String.valueOf(feed.guard().fromOffers()));
        values.put("lost", String.valueOf(feed.guard().mostLostPercent()));
        values.put("missing", String.valueOf(feed.guard().mostMissingPercent()));
        values.put("sku", columns.sku());
        values.put("place", FeedsScreen.said(columns.shipFrom()));
        values.put("quantities", AgreedRows.quantities(columns.quantities()));
        values.put("words", AgreedRows.words(columns.words()));
        values.put("inStock", FeedsScreen.said(columns.inStock()));
        values.put("decimal", FeedsScreen.said(columns.decimalMark()));
        values.put("headerRow", FeedsScreen.said(columns.headerRow()));
        values.put("sheet", FeedsScreen.said(columns.sheet()));
        return values;
    }

    /** @throws Problem INVALID_FIELD naming what cannot be read */
    static FeedDefinition stated(FeedDefinition now, Typed typed) {
        return new FeedDefinition(
                nothing(typed.text("shipFrom")),
                typed.word("mode", FeedMode.values()).orElse(now.mode()),
                typed.word("absence", Absence.values()).orElse(null),
                perhaps(typed, "maxAge"),
                now.source().kind() == FileSource.Kind.REST ? now.mapping() : columns(typed),
                new FeedGuard(number(typed, "fromOffers"), number(typed, "lost"), number(typed, "missing")),
                now.source().kind() == FileSource.Kind.REST ? FileSource.REST : source(now.source(), typed),
                number(typed, "every"),
                typed.word("stale", StalePolicy.values()).orElse(now.whenStale()),
                number(typed, "cap"));
    }

    /** What is typed as an address says how it is fetched; the key a server is trusted by stays with the server. */
    private static FileSource source(FileSource now, Typed typed) {
        String url = typed.text("url");
        if (url.isEmpty()) {
            return FileSource.UPLOAD;
        }
        boolean sftp = url.startsWith("sftp:");
        FileSource stated = new FileSource(
                sftp ? FileSource.Kind.SFTP : FileSource.Kind.HTTPS,
                url,
                nothing(typed.text("user")),
                null,
                sftp ? nothing(typed.text("renameTo")) : null);
        SourceChecks.check(stated, SourceChecks.LEAST_MINUTES, FeedForm::wrong);
        return stated.isServerOf(now)
                ? new FileSource(stated.kind(), url, stated.user(), now.hostKey(), stated.renameTo())
                : stated;
    }

    /**
     * What is typed to sign in with: null = nothing, what is kept stays; "" = none is needed any more.
     *
     * @throws Problem INVALID_FIELD; also where what is kept was told for another server
     */
    static @Nullable String secret(FeedView feed, FeedDefinition stated, Typed typed) {
        String password = typed.text("password");
        String key = typed.text("key");
        if (!key.isEmpty() && !password.isEmpty()) {
            throw wrong("key", "Write the password or the private key, not both.");
        }
        if (!key.isEmpty() && !key.contains("-----BEGIN ")) {
            throw wrong("key", "A private key begins with -----BEGIN and has many lines: paste the whole file.");
        }
        if (typed.text("noSecret").equals("yes")) {
            return "";
        }
        String secret = key.isEmpty() ? password : key + "\n";
        if (!secret.isEmpty()) {
            return secret;
        }
        FileSource source = stated.source();
        if (feed.hasSecret()
                && source.isFetched()
                && !source.isServerOf(feed.definition().source())) {
            throw wrong(
                    "password",
                    "This is another server: write the password or key it wants, or tick that it needs none. What is"
                            + " kept was told for the server before and goes to no other.");
        }
        return null;
    }

    /** The form's field a refusal is about; "" where it is about none. */
    static String field(Problem refused) {
        @Nullable String field = refused.field();
        return switch (field) {
            case null -> "";
            case "source.url" -> "url";
            case "source.user" -> "user";
            case "source.renameTo" -> "renameTo";
            case "source.hostKey" -> "hostKey";
            case "everyMinutes" -> "every";
            case "maxAgeMinutes" -> "maxAge";
            case "capUnits" -> "cap";
            case "mapping.sku" -> "sku";
            case "mapping.quantities" -> "quantities";
            case "mapping.words" -> "words";
            case "mapping.inStock" -> "inStock";
            case "mapping.headerRow" -> "headerRow";
            case "guard.fromOffers" -> "fromOffers";
            case "guard.mostLostPercent" -> "lost";
            case "guard.mostMissingPercent" -> "missing";
            default -> field;
        };
    }

    /** The same from another source. */
    static FeedDefinition from(FeedDefinition now, FileSource source) {
        return new FeedDefinition(
                now.shipFrom(),
                now.mode(),
                now.absence(),
                now.maxAgeMinutes(),
                now.mapping(),
                now.guard(),
                source,
                now.everyMinutes(),
                now.whenStale(),
                now.capUnits());
    }

    private static ColumnMapping columns(Typed typed) {
        return new ColumnMapping(
                typed.text("sku"),
                nothing(typed.text("place")),
                AgreedRows.quantities(typed.text("quantities")),
                AgreedRows.words(typed.text("words")),
                perhaps(typed, "inStock"),
                typed.word("decimal", DecimalMark.values()).orElse(null),
                perhaps(typed, "headerRow"),
                nothing(typed.text("sheet")));
    }

    private static int number(Typed typed, String field) {
        Integer number = perhaps(typed, field);
        if (number == null) {
            throw wrong(field, "Write a whole number of 0 or more.");
        }
        return number;
    }

    private static @Nullable Integer perhaps(Typed typed, String field) {
        String text = typed.text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw wrong(field, "\"" + text + "\" is no whole number of 0 or more.");
        }
        return Integer.valueOf(text);
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
