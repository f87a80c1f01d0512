package dev.baton.console;

import dev.baton.catalog.ListedIn;
import dev.baton.catalog.Match;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of items of suppliers' price lists that nobody has said what they are, and what they may be. */
@Component
class ItemListing implements Listing<ItemListing.Row> {

    static final String PATH = ProductsScreen.PATH + "/items";

    private static final Called CALLED = new Called(
            "supplier-items",
            PATH,
            "Not offered yet",
            "Items of suppliers' price lists that are no offer of a product yet. Say which product each is.",
            StaffDesk.Place.PRODUCTS,
            Act.SEE_PRODUCTS);
    private static final int STRETCH = 200;

    private final SupplierItems items;
    private final SupplierLookup suppliers;
    private final Suggested suggested;
    private final ItemBulk bulk;

    ItemListing(SupplierItems items, SupplierLookup suppliers, Suggested suggested, ItemBulk bulk) {
        this.items = items;
        this.suppliers = suppliers;
        this.suggested = suggested;
        this.bulk = bulk;
    }

    /**
     * An item.
     *
     * @param matches what it may be, surest first
     * @param cost for the list
     */
    record Row(SupplierItem item, String supplier, List<Match> matches, Cell cost) {}

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of(
                        "sku",
                        "Supplier's SKU",
                        row -> Cell.code(
                                row.item().supplierSku(),
                                ItemScreen.path(row.item().id()))),
                Column.of("title", "Title", row -> Cell.title(row.item().title())),
                Column.of("supplier", "Supplier", row -> Cell.quiet(row.supplier())),
                Column.<Row>of("may", "May be", ItemListing::may).labelled(),
                Column.of("why", "Why", ItemListing::why),
                Column.<Row>of("cost", "Cost", Row::cost).amounts().labelled(),
                Column.<Row>of(
                                "least",
                                "At least",
                                row -> Cell.count(
                                        Objects.requireNonNullElse(row.item().minimumQuantity(), 1)))
                        .figures()
                        .labelled(),
                Column.<Row>of(
                                "pack",
                                "In packs of",
                                row -> Cell.count(row.item().packSize()))
                        .figures()
                        .onlyChosen(),
                Column.<Row>of("row", "Row of its list", ItemListing::listed)
                        .figures()
                        .onlyChosen(),
                Column.<Row>of("barcode", "Barcode", row -> Cell.of(row.item().gtin()))
                        .onlyChosen());
    }

    private static Cell may(Row row) {
        Match first = Suggested.first(row.matches());
        return first == null
                ? Cell.NONE
                : new Cell.Name(first.code(), ItemScreen.preview(row.item().id(), first.code()), first.title(), true);
    }

    private static Cell why(Row row) {
        Match first = Suggested.first(row.matches());
        return first == null ? Cell.NONE : Cell.quiet(SuggestionWords.why(first));
    }

    private static Cell listed(Row row) {
        ListedIn listed = row.item().listed();
        return listed == null ? Cell.NONE : Cell.count(listed.row());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                Suggested.FILTER,
                ListFilter.choice(
                        "supplier",
                        "Supplier",
                        suppliers.all(staff.merchant()).stream()
                                .map(each -> new Choice(each.id().value().toString(), each.name()))
                                .toList()));
    }

    private static @Nullable SupplierId supplier(Asked asked) {
        return Typed.uuid(asked.text("supplier")).map(SupplierId::new).orElse(null);
    }

    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        return asked.has("match") ? null : (Long) items.count(staff.merchant(), supplier(asked));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        int stretch = asked.has("match") ? Math.max(limit, STRETCH) : limit + 1;
        UUID after = asked.afterId();
        List<Row> found = new ArrayList<>();
        for (int looked = 0; looked < Suggested.mostLookedThrough(asked); looked += stretch) {
            List<SupplierItem> page = items.list(merchant, supplier(asked), after, stretch);
            for (Row row : rows(merchant, page, asked)) {
                if (found.size() == limit) {
                    return new Slice<>(found, found.getLast().item().id().toString(), false);
                }
                found.add(row);
            }
            if (page.size() < stretch) {
                return new Slice<>(found, null, false);
            }
            after = page.getLast().id();
        }
        return new Slice<>(found, Objects.requireNonNull(after).toString(), true);
    }

    private List<Row> rows(MerchantId merchant, List<SupplierItem> page, Asked asked) {
        Map<SupplierId, String> names =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        Map<SupplierItem, List<Match>> matches = suggested.of(asked, merchant, page, ItemListing::wanted);
        return page.stream()
                .filter(each -> Suggested.isAsked(asked, matches.getOrDefault(each, List.of())))
                .map(each -> new Row(
                        each,
                        names.getOrDefault(each.supplier(), ""),
                        matches.getOrDefault(each, List.of()),
                        asked.moments()
                                .amountOfMicros(
                                        each.cost().micros(), each.cost().currency())))
                .toList();
    }

    /** What an item is looked for by. */
    static Wanted wanted(SupplierItem item) {
        return new Wanted(item.supplierSku(), item.gtin(), item.title());
    }

    @Override
    public List<Door> doors(Staff staff) {
        return List.of(new Door("Products", ProductsScreen.PATH), new Door("Price lists", PriceScreen.PATH));
    }

    @Override
    public String key(Row row) {
        return Suggested.Seen.of(row.item().id(), Suggested.first(row.matches()))
                .key();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(bulk);
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("None of them", "No item is as you asked.", "Show all", PATH)
                : new Empty(
                        "Every item is an offer",
                        "What a supplier's price list names that is no offer of a product yet appears here.",
                        "Look at the price lists",
                        PriceScreen.PATH);
    }
}
