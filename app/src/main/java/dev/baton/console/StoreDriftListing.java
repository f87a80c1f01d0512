package dev.baton.console;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Comparison;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.StoreViews.Drift;
import dev.baton.merchants.MerchantLookup;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The figures of a store that were wrong when they were last compared. */
@Component
class StoreDriftListing implements Listing<Drift> {

    static final String PATH = StoresScreen.PATH + "/drift";

    private static final Called CALLED = new Called(
            "store-drift",
            PATH,
            "Wrong figures of a store",
            "What the last nightly comparison found.",
            StaffDesk.Place.STORES,
            Act.SEE_STORES);

    private final MerchantLookup merchants;
    private final AvailabilityLookup availability;

    StoreDriftListing(MerchantLookup merchants, AvailabilityLookup availability) {
        this.merchants = merchants;
        this.availability = availability;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Drift>> columns() {
        return List.of(
                Column.of("title", "Variant", row -> Cell.name(row.title(), null)),
                Column.of(
                        "sku",
                        "SKU",
                        row -> row.sku().isEmpty()
                                ? Cell.NONE
                                : new Cell.Name(row.sku(), StockScreen.why(row.sku()), row.sku(), true)),
                Column.of("kind", "What was wrong", row -> Cell.of(row.kind())),
                Column.<Drift>of("expected", "Should have shown", row -> Cell.count(row.expected()))
                        .figures()
                        .labelled(),
                Column.<Drift>of("found", "Showed", row -> Cell.count(row.found()))
                        .figures()
                        .labelled(),
                Column.of(
                        "mended",
                        "Now",
                        row -> Cell.state(
                                row.mended()
                                        ? new Mark("Now", "Mended", "good")
                                        : new Mark("Now", "Still wrong", "warn"))));
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(StoreFigureListing.stores(merchants, staff));
    }

    @Override
    public Slice<Drift> page(Staff staff, Asked asked, int limit) {
        List<AvailabilityLookup.Drift> found = StoreFigureListing.store(merchants, staff, asked)
                .flatMap(store -> availability.lastComparison(staff.merchant(), store.id()))
                .map(last -> availability.drifts(staff.merchant(), last.id(), asked.afterId(), limit + 1))
                .orElse(List.of());
        return Slice.of(found, limit, drift -> drift.id().toString())
                .map(shown -> shown.stream().map(StoreDriftListing::drift).toList());
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return StoreFigureListing.store(merchants, staff, asked)
                .flatMap(store -> availability.lastComparison(staff.merchant(), store.id()))
                .map(Comparison::drifted)
                .map(Integer::longValue)
                .orElse(0L);
    }

    private static Drift drift(AvailabilityLookup.Drift drift) {
        return new Drift(
                drift.id().toString(),
                drift.variantId(),
                Objects.requireNonNullElse(drift.sku(), ""),
                drift.title(),
                switch (drift.kind()) {
                    case "LOWER" -> "showed too few";
                    case "HIGHER" -> "showed too many";
                    default -> "nobody explains the difference";
                },
                drift.expected(),
                drift.found(),
                drift.mended());
    }

    @Override
    public String key(Drift row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "Nothing was wrong",
                "The last comparison found every figure as it should be, or there was none yet.",
                "Look at the stores",
                StoresScreen.PATH);
    }
}
