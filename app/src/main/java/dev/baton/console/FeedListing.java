package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.SourceViews.Source;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of feeds: whether each comes as agreed. */
@Component
class FeedListing implements Listing<Source> {

    private static final Called CALLED = new Called(
            "feeds",
            FeedsScreen.PATH,
            "Feeds",
            "Suppliers' stock files: whether each comes as agreed.",
            StaffDesk.Place.FEEDS,
            Act.SEE_FEEDS);

    private final FeedLookup feeds;
    private final SupplierLookup suppliers;
    private final DefineFeed defining;
    private final Tenancy tenancy;

    FeedListing(FeedLookup feeds, SupplierLookup suppliers, DefineFeed defining, Tenancy tenancy) {
        this.feeds = feeds;
        this.suppliers = suppliers;
        this.defining = defining;
        this.tenancy = tenancy;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Source>> columns() {
        return SourceColumns.all();
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.text("q", "Code begins with"),
                SourceColumns.supplier(suppliers, staff.merchant()),
                ListFilter.choice(
                        "state",
                        "How it stands",
                        List.of(
                                new Choice("fresh", "Fresh"),
                                new Choice("late", "Late"),
                                new Choice("stale", "Stale"),
                                new Choice("nothing", "Nothing came yet"))));
    }

    @Override
    public List<Sort> sorts() {
        return SourceColumns.SORTS;
    }

    @Override
    public Slice<Source> page(Staff staff, Asked asked, int limit) {
        return WholeList.page(all(staff, asked), SourceColumns.order(asked), Source::code, asked.after(), limit);
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return (long) all(staff, asked).size();
    }

    private List<Source> all(Staff staff, Asked asked) {
        MerchantId merchant = staff.merchant();
        Map<SupplierId, String> names =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        return feeds.feeds(merchant, "", WholeList.MOST).stream()
                .filter(feed -> feed.code().startsWith(asked.text("q")))
                .filter(feed -> !asked.has("supplier")
                        || feed.supplier().value().toString().equals(asked.text("supplier")))
                .filter(feed -> !asked.has("state") || word(feed).equals(asked.text("state")))
                .map(feed -> new Source(
                        FeedScreen.path(feed.code()),
                        feed.code(),
                        names.getOrDefault(feed.supplier(), ""),
                        FeedsScreen.state(feed),
                        feed.lastGoodAt(),
                        FeedsScreen.comes(feed),
                        Objects.requireNonNullElse(feed.trouble(), "")))
                .toList();
    }

    private static String word(FeedView feed) {
        return switch (feed.freshness()) {
            case FRESH -> feed.lastGoodAt() == null ? "nothing" : "fresh";
            case LATE -> "late";
            case STALE -> "stale";
        };
    }

    @Override
    public List<Door> doors(Staff staff) {
        return staff.may(Act.DEFINE_FEED) ? List.of(new Door("New feed", DefineFeedScreen.PATH)) : List.of();
    }

    @Override
    public String key(Source row) {
        return row.code();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(new Retire());
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such feeds", "No feed matches what you asked for.", "Show all", FeedsScreen.PATH)
                : new Empty(
                        "None yet",
                        "Show a stock file of a supplier's, and its columns are recognised.",
                        "Make a feed by example",
                        DefineFeedScreen.PATH);
    }

    /** Takes feeds out of use; undone they are as they were. */
    private final class Retire implements BulkAct {

        @Override
        public String key() {
            return "retire";
        }

        @Override
        public String label() {
            return "Take out of use";
        }

        @Override
        public Act act() {
            return Act.DEFINE_FEED;
        }

        @Override
        public boolean severe() {
            return true;
        }

        @Override
        public String question(int rows) {
            return "Take " + feeds(rows) + " out of use";
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return FeedListing.this.feeds.feeds(staff.merchant(), "", WholeList.MOST).stream()
                    .filter(feed -> keys.contains(feed.code()))
                    .map(feed -> new Effect(
                            feed.code(),
                            feed.code(),
                            FeedScreen.path(feed.code()),
                            "nothing is fetched or expected any more; the figures stand as they are",
                            true))
                    .toList();
        }

        @Override
        public String apply(Staff staff, String key, Typed given) {
            defining.retire(staff.merchant(), key);
            return key;
        }

        @Override
        public String done(int rows) {
            return feeds(rows) + (rows == 1 ? " is out of use." : " are out of use.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            return tenancy.inTransaction(staff.merchant(), () -> defining.revive(staff.merchant(), handle));
        }

        private static String feeds(int rows) {
            return Moments.counted(rows, "feed", "feeds");
        }
    }
}
