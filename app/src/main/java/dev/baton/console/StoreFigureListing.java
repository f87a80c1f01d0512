package dev.baton.console;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Figure;
import dev.baton.channels.WarnedFigures;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.StoreViews.Variant;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of a store's variants: what it shows and should show. */
@Component
class StoreFigureListing implements Listing<Variant> {

    static final String PATH = StoresScreen.PATH + "/variants";

    private static final Called CALLED = new Called(
            "store-variants",
            PATH,
            "Variants of a store",
            "What the store shows of each variant, and what it should.",
            StaffDesk.Place.STORES,
            Act.SEE_STORES);
    private static final String WARNED = "warned";

    private final MerchantLookup merchants;
    private final AvailabilityLookup availability;
    private final WarnedFigures warned;

    StoreFigureListing(MerchantLookup merchants, AvailabilityLookup availability, WarnedFigures warned) {
        this.merchants = merchants;
        this.availability = availability;
        this.warned = warned;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Variant>> columns() {
        return List.of(
                Column.of("title", "Variant", row -> Cell.name(row.title(), null)),
                Column.of(
                        "sku",
                        "SKU",
                        row -> row.sku().isEmpty()
                                ? Cell.NONE
                                : new Cell.Name(row.sku(), StockScreen.why(row.sku()), row.sku(), true)),
                Column.of("state", "State", row -> Cell.state(row.state())),
                Column.<Variant>of("should", "Should show", row -> Cell.count(row.should()))
                        .figures()
                        .labelled(),
                Column.<Variant>of("shows", "Shows", row -> row.shows() == null ? Cell.NONE : Cell.count(row.shows()))
                        .figures()
                        .labelled(),
                Column.of("why", "Why", row -> Cell.filling(row.why())),
                Column.<Variant>of("variant", "Number in the store", row -> Cell.of(row.variant()))
                        .onlyChosen());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                stores(merchants, staff),
                ListFilter.choice("show", "Show", List.of(new Choice(WARNED, "Only those to look at"))));
    }

    /** The stores to choose from. */
    static ListFilter stores(MerchantLookup merchants, Staff staff) {
        return ListFilter.choice(
                "store",
                "Store",
                merchants.stores(staff.merchant()).stream()
                        .map(store -> new Choice(store.code(), store.name()))
                        .toList());
    }

    /** The store that is asked for; without a word the first one. */
    static Optional<Store> store(MerchantLookup merchants, Staff staff, Asked asked) {
        return merchants.stores(staff.merchant()).stream()
                .filter(store -> !asked.has("store") || store.code().equals(asked.text("store")))
                .findFirst();
    }

    @Override
    public Slice<Variant> page(Staff staff, Asked asked, int limit) {
        List<Figure> found = store(merchants, staff, asked)
                .map(store ->
                        availability.figures(staff.merchant(), store, asked.has("show"), asked.afterId(), limit + 1))
                .orElse(List.of());
        return Slice.of(found, limit, figure -> figure.id().toString())
                .map(shown -> shown.stream().map(StoreFigureListing::variant).toList());
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        Store store = store(merchants, staff, asked).orElse(null);
        if (store == null) {
            return 0L;
        }
        return asked.has("show")
                ? warned.counts(staff.merchant()).getOrDefault(store.id(), 0L)
                : (Long) availability.count(staff.merchant(), store.id());
    }

    private static Variant variant(Figure figure) {
        return new Variant(
                figure.id().toString(),
                figure.variantId(),
                Objects.requireNonNullElse(figure.sku(), ""),
                figure.title(),
                state(figure),
                figure.toShow(),
                figure.inStore(),
                figure.why() == null ? warnings(figure) : figure.why());
    }

    private static String warnings(Figure figure) {
        return figure.warnings().stream()
                .map(warning -> warning.equals("NOT_TRACKED")
                        ? "the store does not track its quantity"
                        : "the store goes on selling at 0")
                .collect(Collectors.joining(", "));
    }

    private static Mark state(Figure figure) {
        return switch (figure.standing()) {
            case IN_STEP ->
                figure.warnings().isEmpty()
                        ? new Mark("State", "In step", "good")
                        : new Mark("State", "Sells on", "warn");
            case PENDING -> new Mark("State", "Being told", "quiet");
            case WATCHED -> new Mark("State", "Watched", "quiet");
            case LEFT_ALONE -> new Mark("State", "Left alone", "warn");
        };
    }

    @Override
    public String key(Variant row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "No variants here",
                "Nothing to look at, or the products of the store were not read yet.",
                "Look at the stores",
                StoresScreen.PATH);
    }
}
