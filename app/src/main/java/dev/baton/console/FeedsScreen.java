package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers' stock files: whether each comes as agreed. */
@RestController
class FeedsScreen {

    static final String PATH = "/console/feeds";

    private final FeedListing listing;
    private final ListDesk lists;

    FeedsScreen(FeedListing listing, ListDesk lists) {
        this.listing = listing;
        this.lists = lists;
    }

    @Does(Act.SEE_FEEDS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, Done.sentence(typed));
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
            case REST -> "sent to the API";
        };
        return feed.definition().everyMinutes() == FeedDefinition.NEVER_DUE
                ? how + ", at no agreed time"
                : how + ", every " + every(feed.definition().everyMinutes());
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
