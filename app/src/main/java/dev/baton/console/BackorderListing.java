package dev.baton.console;

import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.StockViews.Waiting;
import dev.baton.orders.Backorder;
import dev.baton.orders.BackorderLookup;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of the SKUs somebody waits for. */
@Component
class BackorderListing implements Listing<Waiting> {

    private static final Called CALLED = new Called(
            "backorders",
            BackordersScreen.PATH,
            "Backorders",
            "Ordered, and no supplier has it.",
            StaffDesk.Place.BACKORDERS,
            Act.SEE_STOCK);

    private final BackorderLookup backorders;
    private final BackordersScreen.Names names;

    BackorderListing(BackorderLookup backorders, BackordersScreen.Names names) {
        this.backorders = backorders;
        this.names = names;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Waiting>> columns() {
        return List.of(
                Column.of("sku", "SKU", row -> Cell.code(row.code(), row.path())),
                Column.of("title", "Title", row -> Cell.title(row.title())),
                Column.<Waiting>of("units", "Units that wait", row -> Cell.count(row.units()))
                        .figures()
                        .labelled(),
                Column.<Waiting>of("lines", "Order lines", row -> Cell.count(row.lines()))
                        .figures()
                        .onlyWide(),
                Column.<Waiting>of("since", "Oldest", row -> Cell.at(row.since()))
                        .labelled(),
                Column.<Waiting>of("available", "There now", row -> Cell.count(row.available()))
                        .figures()
                        .labelled(),
                Column.<Waiting>of("expected", "Expected", row -> Cell.of(row.expected()))
                        .labelled(),
                Column.<Waiting>of("released", "Released by", row -> Cell.quiet(row.byHand() ? "a person" : "itself"))
                        .onlyWide());
    }

    @Override
    public Slice<Waiting> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        UUID after = asked.afterId();
        List<Backorder> found = backorders.page(merchant, after == null ? null : new SkuId(after), limit + 1);
        return Slice.of(found, limit, row -> row.sku().value().toString())
                .map(shown -> rows(merchant, shown, asked.moments()));
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return backorders.count(staff.merchant());
    }

    private List<Waiting> rows(MerchantId merchant, List<Backorder> shown, Moments moments) {
        Map<SupplierId, SupplierTerms> terms = names.of(
                merchant,
                shown.stream()
                        .flatMap(row -> row.expected().stream())
                        .map(Backorder.Expected::supplier)
                        .collect(Collectors.toSet()));
        Map<String, Sku> goods = names.catalog()
                .skus(merchant, shown.stream().map(Backorder::code).toList());
        return shown.stream()
                .map(row -> row(row, goods.get(row.code()), terms, moments))
                .toList();
    }

    private static Waiting row(
            Backorder row, @Nullable Sku sku, Map<SupplierId, SupplierTerms> terms, Moments moments) {
        return new Waiting(
                BackordersScreen.line(row.code()),
                row.code(),
                sku == null ? "" : sku.title(),
                row.units(),
                row.lines(),
                row.since(),
                row.available(),
                row.byHand(),
                row.expected().stream()
                        .map(one -> moments.day(one.on()) + ", " + BackordersScreen.name(terms, one.supplier()))
                        .findFirst()
                        .orElse(""));
    }

    @Override
    public String key(Waiting row) {
        return row.code();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "Nothing waits for stock",
                "Orders for goods that no supplier has stand here in line, with the day each is promised.",
                "Look at the stock",
                StockScreen.PATH);
    }
}
