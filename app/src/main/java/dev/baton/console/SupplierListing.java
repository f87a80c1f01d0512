package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SupplierViews.Reliability;
import dev.baton.console.SupplierViews.Row;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of suppliers by code, with their open work and how they keep their word. */
@Component
class SupplierListing implements Listing<Row> {

    private static final Called CALLED = new Called(
            "suppliers",
            SuppliersScreen.PATH,
            "Suppliers",
            "Who ships, what is open with them, and how they kept their word in their last " + SupplierReliability.LAST
                    + " purchase orders.",
            StaffDesk.Place.SUPPLIERS,
            Act.SEE_SUPPLIERS);

    private final SupplierLookup suppliers;
    private final PurchaseListing purchases;
    private final SupplierReliability reliability;

    SupplierListing(SupplierLookup suppliers, PurchaseListing purchases, SupplierReliability reliability) {
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.reliability = reliability;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("name", "Supplier", row -> Cell.name(row.name(), row.path())),
                Column.<Row>of("code", "Code", row -> Cell.of(row.code())).onlyChosen(),
                Column.of("state", "State", row -> Cell.state(row.state())),
                Column.<Row>of(
                                "open",
                                "Open",
                                row -> new Cell.Count(
                                        row.open(),
                                        row.openPath(),
                                        Moments.counted(row.open()) + " open with " + row.name()))
                        .figures()
                        .labelled(),
                Column.<Row>of(
                                "overdue",
                                "Answer overdue",
                                row -> new Cell.Count(
                                        row.overdue(),
                                        row.overduePath(),
                                        row.overdue() + " answers overdue from " + row.name()))
                        .figures()
                        .labelled(),
                Column.<Row>of("in-time", "Answered in time, %", row -> percent(row, true))
                        .figures()
                        .labelled(),
                Column.of("trend", "Trend", SupplierListing::trend),
                Column.<Row>of("refused", "Lines refused, %", row -> percent(row, false))
                        .figures()
                        .labelled(),
                Column.<Row>of("hours", "Median to ship, h", SupplierListing::hours)
                        .figures()
                        .labelled(),
                Column.<Row>of("way", "Asked by", row -> Cell.quiet(row.way())).onlyWide(),
                Column.<Row>of("country", "Country", row -> Cell.of(row.country()))
                        .onlyWide());
    }

    private static Cell percent(Row row, boolean inTime) {
        Reliability known = row.reliability();
        Integer percent = known == null ? null : inTime ? known.inTimePercent() : known.rejectedPercent();
        return percent == null ? Cell.NONE : Cell.count(percent);
    }

    private static Cell trend(Row row) {
        Reliability known = row.reliability();
        return known == null || known.trend().size() < 2
                ? Cell.NONE
                : new Cell.Trend(
                        known.trend(),
                        "Answered in time, from " + Math.round(known.trend().getFirst()) + " % to "
                                + Math.round(known.trend().getLast()) + " %");
    }

    private static Cell hours(Row row) {
        Reliability known = row.reliability();
        Double hours = known == null ? null : known.medianHoursToShip();
        return hours == null ? Cell.NONE : Cell.of(String.format(Locale.ROOT, "%.1f", hours));
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.text("q", "Name or code contains"),
                ListFilter.choice(
                        "state",
                        "State",
                        List.of(
                                new Choice("live", "Live"),
                                new Choice("watched", "Watched"),
                                new Choice("paused", "Paused"),
                                new Choice("away", "Away"))));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        Instant now = asked.moments().now();
        String contains = asked.text("q").toLowerCase(Locale.ROOT);
        List<SupplierTerms> found = suppliers.all(merchant).stream()
                .filter(terms -> terms.code().compareTo(asked.after()) > 0)
                .filter(terms -> terms.name().toLowerCase(Locale.ROOT).contains(contains)
                        || terms.code().toLowerCase(Locale.ROOT).contains(contains))
                .filter(terms -> !asked.has("state") || word(terms, now).equals(asked.text("state")))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .limit(limit + 1L)
                .toList();
        return Slice.of(found, limit, SupplierTerms::code).map(shown -> rows(merchant, shown, now));
    }

    private List<Row> rows(MerchantId merchant, List<SupplierTerms> shown, Instant now) {
        Map<SupplierId, PurchaseOrderBoard.Counted> counts = purchases.counts(merchant, now);
        Map<SupplierId, Reliability> known =
                reliability.of(merchant, shown.stream().map(SupplierTerms::id).toList(), now);
        return shown.stream()
                .map(terms -> row(terms, counts.get(terms.id()), known.get(terms.id()), now))
                .toList();
    }

    private static Row row(
            SupplierTerms terms,
            PurchaseOrderBoard.@Nullable Counted counted,
            @Nullable Reliability known,
            Instant now) {
        return new Row(
                terms.id().value().toString(),
                SuppliersScreen.PATH + "/" + terms.id().value(),
                terms.code(),
                terms.name(),
                terms.country(),
                way(terms),
                state(terms, now),
                counted == null ? 0 : counted.of(PurchaseOrderBoard.open()),
                purchases(terms, "state", "open"),
                counted == null ? 0 : counted.overdue(),
                purchases(terms, "answer", "overdue"),
                known);
    }

    /** The list of a supplier's purchase orders, narrowed by one more field. */
    static String purchases(SupplierTerms terms, String field, String value) {
        return new Where(PurchaseListing.PATH, Map.of("supplier", terms.code()))
                .with(field, value)
                .toString();
    }

    static String way(SupplierTerms terms) {
        return terms.channel() != null ? "REST" : terms.mail() != null ? "mail" : "nothing yet";
    }

    private static String word(SupplierTerms terms, Instant now) {
        if (terms.paused()) {
            return "paused";
        }
        if (terms.hours().isClosed(now, terms.zone())) {
            return "away";
        }
        return terms.live() ? "live" : "watched";
    }

    static Mark state(SupplierTerms terms, Instant now) {
        return switch (word(terms, now)) {
            case "paused" -> new Mark("State", "Paused", "warn");
            case "away" -> new Mark("State", "Away", "warn");
            case "watched" -> new Mark("State", "Watched, nothing is sent", "quiet");
            default -> new Mark("State", "Live", "good");
        };
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty(
                        "No such supplier", "No supplier matches what you asked for.", "Show all", SuppliersScreen.PATH)
                : new Empty(
                        "No supplier yet",
                        "A supplier ships what your stores sell. A name, a mail address and a country are enough to begin.",
                        "Add a supplier",
                        SuppliersScreen.PATH + "/new");
    }
}
