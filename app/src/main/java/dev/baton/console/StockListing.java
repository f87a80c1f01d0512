package dev.baton.console;

import dev.baton.catalog.SkuBoard;
import dev.baton.catalog.SkuId;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.StockViews.Row;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.StockAlertLookup;
import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of what can be sold, by code. */
@Component
class StockListing implements Listing<Row> {

    private static final Called CALLED = new Called(
            "stock",
            StockScreen.PATH,
            "Stock",
            "What stores may sell of each SKU. A figure opens the sum behind it.",
            StaffDesk.Place.STOCK,
            Act.SEE_STOCK);

    private final SkuBoard goods;
    private final InventoryLookup inventory;
    private final StockAlertLookup alerts;

    StockListing(SkuBoard goods, InventoryLookup inventory, StockAlertLookup alerts) {
        this.goods = goods;
        this.inventory = inventory;
        this.alerts = alerts;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("sku", "SKU", row -> Cell.code(row.code(), row.path())),
                Column.of("title", "Title", row -> Cell.of(row.title())),
                Column.<Row>of("sellable", "May be sold, units", StockListing::sellable)
                        .figures()
                        .labelled());
    }

    private static Cell sellable(Row row) {
        return row.published() == null
                ? Cell.quiet("bundle")
                : new Cell.Count(row.published(), row.path(), row.published() + " of " + row.code() + ", why");
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(ListFilter.text("q", "SKU begins with"));
    }

    @Override
    public List<Door> doors(Staff staff) {
        long open = alerts.open(staff.merchant()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return List.of(new Door(Moments.counted(open, "alert", "alerts"), AlertListing.PATH));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        List<SkuBoard.Row> found =
                goods.page(merchant, asked.text("q"), asked.after().isEmpty() ? null : asked.after(), limit + 1);
        return Slice.of(found, limit, SkuBoard.Row::code).map(shown -> rows(merchant, shown));
    }

    private List<Row> rows(MerchantId merchant, List<SkuBoard.Row> shown) {
        Map<SkuId, Long> sellable = inventory.sellable(
                merchant,
                shown.stream()
                        .filter(row -> !row.bundle())
                        .map(SkuBoard.Row::id)
                        .toList());
        return shown.stream()
                .map(row -> new Row(
                        StockScreen.why(row.code()),
                        row.code(),
                        row.title(),
                        row.bundle() ? null : sellable.getOrDefault(row.id(), 0L)))
                .toList();
    }

    @Override
    public String key(Row row) {
        return row.code();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty(
                        "No such SKU",
                        "No SKU begins with that. Upper and lower case count.",
                        "Show all",
                        StockScreen.PATH)
                : new Empty(
                        "Nothing to sell yet",
                        "Goods appear here once they are defined, or taken from a store or a price list.",
                        "Take the store's products",
                        SetupPage.PATH + "?step=products");
    }
}
