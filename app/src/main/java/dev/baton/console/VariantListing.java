package dev.baton.console;

import dev.baton.catalog.Listing.State;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.Match;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.TaskViews.Tab;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of what stores sell, what of it is known here, and what the rest may be. */
@Component
class VariantListing implements TabbedListing<VariantListing.Row> {

    static final String PATH = ProductsScreen.PATH + "/variants";

    private static final Called CALLED = new Called(
            "variants",
            PATH,
            "What stores sell",
            "An order of something that is not known here is stopped. Say what it is, one by one or many at once.",
            StaffDesk.Place.PRODUCTS,
            Act.SEE_PRODUCTS);
    private static final int STRETCH = 200;

    private final ListingLookup listings;
    private final MerchantLookup merchants;
    private final Suggested suggested;
    private final VariantBulk bulk;

    VariantListing(ListingLookup listings, MerchantLookup merchants, Suggested suggested, VariantBulk bulk) {
        this.listings = listings;
        this.merchants = merchants;
        this.suggested = suggested;
        this.bulk = bulk;
    }

    /**
     * A variant.
     *
     * @param matches what it may be, surest first; empty unless it is not known here
     * @param price for the list
     */
    record Row(dev.baton.catalog.Listing variant, String store, String storeCode, List<Match> matches, Cell price) {}

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("sku", "The store's SKU", VariantListing::sku),
                Column.of("title", "Title", row -> Cell.title(row.variant().title())),
                Column.of("store", "Store", row -> Cell.quiet(row.store())),
                Column.of(
                        "state",
                        "Known here",
                        row -> Cell.state(mark(row.variant().state()))),
                Column.<Row>of("may", "May be", VariantListing::may).labelled(),
                Column.of("why", "Why", VariantListing::why),
                Column.<Row>of("price", "Price", Row::price).amounts().onlyChosen(),
                Column.<Row>of(
                                "barcode",
                                "Barcode",
                                row -> Cell.of(row.variant().barcode()))
                        .onlyChosen());
    }

    private static Cell sku(Row row) {
        String sku = row.variant().sku();
        return sku == null
                ? new Cell.Name("no SKU", null, row.variant().title(), false)
                : Cell.code(sku, MappingScreen.path(row.storeCode(), sku, ""));
    }

    private static Cell may(Row row) {
        String sku = row.variant().sku();
        Match first = Suggested.first(row.matches());
        return first == null
                ? Cell.NONE
                : new Cell.Name(
                        first.code(),
                        sku == null
                                ? ProductsScreen.path(first.code())
                                : MappingScreen.preview(row.storeCode(), sku, first.code()),
                        first.title(),
                        true);
    }

    private static Cell why(Row row) {
        if (row.variant().state() == State.WITHOUT_SKU) {
            return Cell.quiet("give it a SKU in the store");
        }
        Match first = Suggested.first(row.matches());
        return first == null ? Cell.NONE : Cell.quiet(SuggestionWords.why(first));
    }

    private static Mark mark(State state) {
        return switch (state) {
            case MAPPED -> new Mark("Known here", title(state), "good");
            case SAME_CODE -> new Mark("Known here", title(state), "good");
            case UNMATCHED -> new Mark("Known here", title(state), "warn");
            case WITHOUT_SKU -> new Mark("Known here", title(state), "bad");
        };
    }

    private static String title(State state) {
        return switch (state) {
            case MAPPED -> "Mapped";
            case SAME_CODE -> "By its code";
            case UNMATCHED -> "Not known";
            case WITHOUT_SKU -> "Without a SKU";
        };
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The list of one state. */
    static String path(State state) {
        return new Where(PATH, Map.of()).with("state", word(state)).toString();
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.choice(
                        "state",
                        "Known here",
                        Stream.of(State.values())
                                .map(state -> new Choice(word(state), title(state)))
                                .toList()),
                Suggested.FILTER,
                ListFilter.choice(
                        "store",
                        "Store",
                        merchants.stores(staff.merchant()).stream()
                                .map(store -> new Choice(store.id().value().toString(), store.name()))
                                .toList()));
    }

    private static @Nullable StoreId store(Asked asked) {
        return Typed.uuid(asked.text("store")).map(StoreId::new).orElse(null);
    }

    /** What may be something is what is not known here. */
    private static @Nullable State state(Asked asked) {
        State chosen = asked.word("state", State.values()).orElse(null);
        return chosen == null && asked.has("match") ? State.UNMATCHED : chosen;
    }

    @Override
    public Totals totals(Staff staff, Asked asked) {
        Map<State, Long> counts = listings.counts(staff.merchant(), store(asked));
        return new Totals(count(counts, asked), tabs(counts, asked));
    }

    private static List<Tab> tabs(Map<State, Long> counts, Asked asked) {
        Where all = asked.where().with("match", "");
        State chosen = asked.word("state", State.values()).orElse(null);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("All", sum(counts), all.with("state", "").toString(), chosen == null));
        for (State state : List.of(State.UNMATCHED, State.WITHOUT_SKU, State.SAME_CODE, State.MAPPED)) {
            tabs.add(new Tab(
                    title(state),
                    counts.getOrDefault(state, 0L),
                    all.with("state", word(state)).toString(),
                    state == chosen));
        }
        return tabs;
    }

    private static long sum(Map<State, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static @Nullable Long count(Map<State, Long> counts, Asked asked) {
        if (asked.has("match")) {
            return null;
        }
        State state = state(asked);
        return state == null ? (Long) sum(counts) : counts.getOrDefault(state, 0L);
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        int stretch = asked.has("match") ? Math.max(limit, STRETCH) : limit + 1;
        UUID after = asked.afterId();
        List<Row> found = new ArrayList<>();
        for (int looked = 0; looked < Suggested.mostLookedThrough(asked); looked += stretch) {
            List<dev.baton.catalog.Listing> rows = listings.list(merchant, store(asked), state(asked), after, stretch);
            for (Row row : rows(merchant, rows, asked)) {
                if (found.size() == limit) {
                    return new Slice<>(found, found.getLast().variant().id().toString(), false);
                }
                found.add(row);
            }
            if (rows.size() < stretch) {
                return new Slice<>(found, null, false);
            }
            after = rows.getLast().id();
        }
        return new Slice<>(found, Objects.requireNonNull(after).toString(), true);
    }

    private List<Row> rows(MerchantId merchant, List<dev.baton.catalog.Listing> page, Asked asked) {
        Map<StoreId, Store> stores =
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, store -> store));
        Map<dev.baton.catalog.Listing, List<Match>> matches = suggested.of(
                asked, merchant, page.stream().filter(VariantListing::isOpen).toList(), VariantListing::wanted);
        return page.stream()
                .filter(each -> Suggested.isAsked(asked, matches.getOrDefault(each, List.of())))
                .map(each -> {
                    Store store = stores.get(each.store());
                    return new Row(
                            each,
                            store == null ? "" : store.name(),
                            store == null ? "" : store.code(),
                            matches.getOrDefault(each, List.of()),
                            asked.moments().amount(each.priceMinor(), each.currency()));
                })
                .toList();
    }

    private static boolean isOpen(dev.baton.catalog.Listing variant) {
        return variant.state() == State.UNMATCHED || variant.state() == State.WITHOUT_SKU;
    }

    /** What a variant is looked for by. */
    static Wanted wanted(dev.baton.catalog.Listing variant) {
        return new Wanted(variant.sku(), variant.gtin(), variant.title());
    }

    @Override
    public List<Door> doors(Staff staff) {
        return List.of(new Door("Products", ProductsScreen.PATH), new Door("Not offered yet", ItemListing.PATH));
    }

    @Override
    public String key(Row row) {
        return Suggested.Seen.of(row.variant().id(), Suggested.first(row.matches()))
                .key();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(bulk);
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("None of them", "Nothing that stores sell is as you asked.", "Show all", PATH)
                : new Empty(
                        "Nothing is known of your stores' products yet",
                        "They come by themselves once a store is connected, and stay current.",
                        "Look at the stores",
                        StoresScreen.PATH);
    }
}
