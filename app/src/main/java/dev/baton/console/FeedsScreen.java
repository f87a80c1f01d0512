package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SourceViews.Source;
import dev.baton.console.SourceViews.Sources;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers' stock files: whether each comes as agreed. */
@RestController
class FeedsScreen {

    static final String PATH = "/console/feeds";

    private static final int ROWS = 50;

    private final FeedLookup feeds;
    private final SupplierLookup suppliers;
    private final StaffDesk desk;

    FeedsScreen(FeedLookup feeds, SupplierLookup suppliers, StaffDesk desk) {
        this.feeds = feeds;
        this.suppliers = suppliers;
        this.desk = desk;
    }

    @Does(Act.SEE_FEEDS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "Feeds",
                Done.sentence(typed),
                "console/sources.jte",
                frame -> list(staff, typed.text("after"), frame));
    }

    private Sources list(Staff staff, String after, Frame frame) {
        MerchantId merchant = staff.merchant();
        List<FeedView> found = feeds.feeds(merchant, after, ROWS + 1);
        List<FeedView> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<SupplierId, String> names =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        Where here = new Where(PATH, Map.of());
        return new Sources(
                frame,
                "Feeds",
                "Suppliers' stock files: whether each comes as agreed.",
                shown.stream()
                        .map(feed -> new Source(
                                FeedScreen.path(feed.code()),
                                feed.code(),
                                names.getOrDefault(feed.supplier(), ""),
                                state(feed),
                                feed.lastGoodAt(),
                                comes(feed),
                                Objects.requireNonNullElse(feed.trouble(), "")))
                        .toList(),
                staff.may(Act.DEFINE_FEED) ? DefineFeedScreen.PATH : null,
                found.size() > ROWS ? here.with("after", shown.getLast().code()).toString() : null,
                after.isEmpty() ? null : PATH);
    }

    /** How its newest usable file stands to what is agreed. */
    static Mark state(FeedView feed) {
        if (feed.retired()) {
            return new Mark("Feed", "Out of use", "none");
        }
        return switch (feed.freshness()) {
            case FRESH ->
                feed.lastGoodAt() == null
                        ? new Mark("Feed", "Nothing came yet", "quiet")
                        : new Mark("Feed", "Fresh", "good");
            case LATE -> new Mark("Feed", "Late", "warn");
            case STALE -> new Mark("Feed", "Stale", "bad");
        };
    }

    /** How its files come, and how often. */
    static String comes(FeedView feed) {
        String how = switch (feed.definition().source().kind()) {
            case UPLOAD -> "sent by hand or by a program";
            case HTTPS -> "fetched from the web";
            case SFTP -> "fetched from a file server";
        };
        return how + ", every " + every(feed.definition().everyMinutes());
    }

    /** A length of time in words. */
    static String every(int minutes) {
        return minutes % 1_440 == 0
                ? minutes / 1_440 + " d"
                : minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    /** Null is nothing. */
    static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
