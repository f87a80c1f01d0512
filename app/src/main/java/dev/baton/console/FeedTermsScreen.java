package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SourceViews.Terms;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.sources.FileSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes what is agreed on a feed's files. Where they come from stays, but for the key of a server that has another. */
@RestController
class FeedTermsScreen {

    private static final String ONE = FeedsScreen.PATH + "/{code}/terms";

    private final FeedLookup feeds;
    private final DefineFeed defining;
    private final StaffDesk desk;

    FeedTermsScreen(FeedLookup feeds, DefineFeed defining, StaffDesk desk) {
        this.feeds = feeds;
        this.defining = defining;
        this.desk = desk;
    }

    static String path(String code) {
        return FeedScreen.path(code) + "/terms";
    }

    /** The key of its server that is trusted; null = it has none, or was not met yet. */
    static @Nullable String hostKey(FeedView feed) {
        String stated = feed.definition().source().hostKey();
        return stated == null ? feed.hostKey() : stated;
    }

    @Does(Act.DEFINE_FEED)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String code) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        return page(staff, feed, FeedForm.values(feed.definition()), null);
    }

    /** Gives the feed a new version; files that came before keep the one they were read by. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE)
    ResponseEntity<String> change(Staff staff, @PathVariable String code, Typed typed) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        try {
            define(staff.merchant(), feed, FeedForm.stated(feed.definition(), typed));
        } catch (Problem refused) {
            return page(staff, feed, typed.fields(), refused.detail());
        }
        return Done.AGREED.at(FeedScreen.path(code));
    }

    /** From now on the server is known by this key, and by no other. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE + "/host-key")
    ResponseEntity<String> trust(Staff staff, @PathVariable String code, Typed typed) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        FeedDefinition now = feed.definition();
        FileSource source = now.source();
        try {
            if (typed.text("hostKey").isEmpty()) {
                throw FeedForm.wrong("hostKey", "Write the fingerprint the supplier told you: SHA256: and 43 letters.");
            }
            define(
                    staff.merchant(),
                    feed,
                    FeedForm.from(
                            now,
                            new FileSource(
                                    source.kind(),
                                    source.url(),
                                    source.user(),
                                    typed.text("hostKey"),
                                    source.renameTo())));
        } catch (Problem refused) {
            return page(staff, feed, FeedForm.values(now), refused.detail());
        }
        return Done.AGREED.at(FeedScreen.path(code));
    }

    private void define(MerchantId merchant, FeedView feed, FeedDefinition stated) {
        defining.define(merchant, feed.supplier(), feed.code(), stated, null);
    }

    private ResponseEntity<String> page(
            Staff staff, FeedView feed, Map<String, String> values, @Nullable String trouble) {
        FileSource.Kind kind = feed.definition().source().kind();
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "Feed " + feed.code(),
                "",
                "console/feed-terms.jte",
                frame -> new Terms(
                        frame,
                        feed.code(),
                        FeedScreen.path(feed.code()),
                        kind != FileSource.Kind.REST,
                        values,
                        absences(),
                        List.of(
                                new Option(StalePolicy.KEEP.name(), "sell the last figures on"),
                                new Option(StalePolicy.CAP.name(), "sell only a few of each on"),
                                new Option(StalePolicy.STOP.name(), "sell nothing until one comes")),
                        kind == FileSource.Kind.SFTP,
                        hostKey(feed),
                        trouble));
    }

    private static List<Option> absences() {
        return List.of(
                new Option("", "what is agreed with the supplier"),
                new Option(Absence.ZERO.name(), FeedForm.words(Absence.ZERO)),
                new Option(Absence.KEEP.name(), FeedForm.words(Absence.KEEP)),
                new Option(Absence.DISCONTINUED.name(), FeedForm.words(Absence.DISCONTINUED)));
    }
}
