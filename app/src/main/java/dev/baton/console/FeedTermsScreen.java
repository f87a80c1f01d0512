package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SourceViews.Answered;
import dev.baton.console.SourceViews.Filled;
import dev.baton.console.SourceViews.Terms;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.feeds.RenameFeed;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.feeds.TryFeed;
import dev.baton.trading.sources.FileSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes what is agreed on a feed's files: where they come from, what they say, when they are believed, and its name. */
@RestController
class FeedTermsScreen {

    private static final String ONE = FeedsScreen.PATH + "/{code}/terms";

    private final FeedLookup feeds;
    private final Acts acts;
    private final StaffDesk desk;

    FeedTermsScreen(FeedLookup feeds, Acts acts, StaffDesk desk) {
        this.feeds = feeds;
        this.acts = acts;
        this.desk = desk;
    }

    /** What is done with a feed. */
    @Component
    record Acts(DefineFeed define, RenameFeed rename, TryFeed tries) {}

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
        return page(staff, feed, Filled.of(FeedForm.values(feed.definition())));
    }

    /** Gives the feed a new version; files that came before keep the one they were read by. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE)
    ResponseEntity<String> change(Staff staff, @PathVariable String code, Typed typed) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        try {
            FeedDefinition stated = FeedForm.stated(feed.definition(), typed);
            define(staff.merchant(), feed, stated, FeedForm.secret(feed, stated, typed));
        } catch (Problem refused) {
            return page(staff, feed, refused(typed.fields(), refused));
        }
        return Done.AGREED.at(FeedScreen.path(code));
    }

    /** Asks the server that is typed, with what is typed, and changes nothing. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE + "/try")
    ResponseEntity<String> look(Staff staff, @PathVariable String code, Typed typed) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        try {
            FeedDefinition stated = FeedForm.stated(feed.definition(), typed);
            TryFeed.Tried tried =
                    acts.tries().look(staff.merchant(), code, stated, FeedForm.secret(feed, stated, typed));
            return page(staff, feed, new Filled(typed.fields(), "", null, new Answered(tried.well(), tried.said())));
        } catch (Problem refused) {
            return page(staff, feed, refused(typed.fields(), refused));
        }
    }

    /** Gives it another name. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE + "/name")
    ResponseEntity<String> rename(Staff staff, @PathVariable String code, Typed typed) {
        String to = typed.text("code");
        try {
            acts.rename().rename(staff.merchant(), code, to);
        } catch (Problem refused) {
            FeedView feed = feeds.feed(staff.merchant(), code);
            Map<String, String> values = new HashMap<>(FeedForm.values(feed.definition()));
            values.put("code", to);
            return page(staff, feed, refused(values, refused));
        }
        return Done.AGREED.at(FeedScreen.path(to));
    }

    /** From now on the server is known by this key, and by no other. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(ONE + "/host-key")
    ResponseEntity<String> trust(Staff staff, @PathVariable String code, Typed typed) {
        FeedView feed = feeds.feed(staff.merchant(), code);
        FeedDefinition now = feed.definition();
        FileSource source = now.source();
        String key = typed.text("hostKey");
        try {
            if (key.isEmpty()) {
                throw FeedForm.wrong("hostKey", "Write the fingerprint the supplier told you: SHA256: and 43 letters.");
            }
            FileSource known = new FileSource(source.kind(), source.url(), source.user(), key, source.renameTo());
            define(staff.merchant(), feed, FeedForm.from(now, known), null);
        } catch (Problem refused) {
            Map<String, String> values = new HashMap<>(FeedForm.values(now));
            values.put("hostKey", key);
            return page(staff, feed, refused(values, refused));
        }
        return Done.AGREED.at(FeedScreen.path(code));
    }

    private void define(MerchantId merchant, FeedView feed, FeedDefinition stated, @Nullable String secret) {
        acts.define().define(merchant, feed.supplier(), feed.code(), stated, secret);
    }

    private static Filled refused(Map<String, String> values, Problem refused) {
        return new Filled(values, FeedForm.field(refused), refused.detail(), null);
    }

    private ResponseEntity<String> page(Staff staff, FeedView feed, Filled form) {
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
                        kind == FileSource.Kind.SFTP,
                        feed.hasSecret(),
                        hostKey(feed),
                        form,
                        absences(),
                        List.of(
                                new Option(StalePolicy.KEEP.name(), "sell the last figures on"),
                                new Option(StalePolicy.CAP.name(), "sell only a few of each on"),
                                new Option(StalePolicy.STOP.name(), "sell nothing until one comes"))));
    }

    private static List<Option> absences() {
        return List.of(
                new Option("", "what is agreed with the supplier"),
                new Option(Absence.ZERO.name(), FeedForm.words(Absence.ZERO)),
                new Option(Absence.KEEP.name(), FeedForm.words(Absence.KEEP)),
                new Option(Absence.DISCONTINUED.name(), FeedForm.words(Absence.DISCONTINUED)));
    }
}
