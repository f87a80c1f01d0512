package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SourceViews.Source;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.FileView;
import dev.baton.trading.prices.PriceListView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of price lists: what each supplier's goods cost, and how its newest file stands. */
@Component
class PriceListing implements Listing<Source> {

    private static final Called CALLED = new Called(
            "price-lists",
            PriceScreen.PATH,
            "Price lists",
            "What suppliers' goods cost, list by list.",
            StaffDesk.Place.PRODUCTS,
            Act.SEE_PRODUCTS);

    private final PriceListLookup lists;
    private final SupplierLookup suppliers;

    PriceListing(PriceListLookup lists, SupplierLookup suppliers) {
        this.lists = lists;
        this.suppliers = suppliers;
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
                        "waits",
                        "Newest file",
                        List.of(new Choice("yes", "waits for a word"), new Choice("no", "is settled"))));
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

    private record Newest(PriceListView list, List<FileView> file) {

        boolean waits() {
            return file.stream().anyMatch(each -> PriceScreen.waits(each.run().state()));
        }
    }

    private List<Source> all(Staff staff, Asked asked) {
        MerchantId merchant = staff.merchant();
        Map<SupplierId, String> names =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        return lists.lists(merchant, "", WholeList.MOST).stream()
                .filter(list -> list.code().startsWith(asked.text("q")))
                .filter(list -> !asked.has("supplier")
                        || list.supplier().value().toString().equals(asked.text("supplier")))
                .map(list -> new Newest(list, lists.files(merchant, list.code(), null, 1)))
                .filter(each -> !asked.has("waits")
                        || each.waits() == asked.text("waits").equals("yes"))
                .map(each -> source(each, names))
                .toList();
    }

    private static Source source(Newest each, Map<SupplierId, String> names) {
        PriceListView list = each.list();
        FileView newest = each.file().stream().findFirst().orElse(null);
        return new Source(
                PriceScreen.path(list.code()),
                list.code(),
                names.getOrDefault(list.supplier(), ""),
                newest == null ? new Mark("List", "Nothing came yet", "quiet") : PriceScreen.state(newest),
                newest == null ? null : newest.file().receivedAt(),
                "sent by hand or by a program",
                newest == null ? "" : PriceScreen.trouble(newest));
    }

    @Override
    public String key(Source row) {
        return row.code();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such price lists", "None matches what you asked for.", "Show all", PriceScreen.PATH)
                : new Empty(
                        "None yet",
                        "Show a price list of a supplier's in the set-up, and its columns are recognised.",
                        "Show a price list",
                        SetupPage.at("offers", ""));
    }
}
