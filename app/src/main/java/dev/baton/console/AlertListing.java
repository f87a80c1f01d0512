package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.StockViews.Alert;
import dev.baton.console.TaskViews.Tab;
import dev.baton.inventory.StockAlert;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.inventory.StockAlertLookup;
import dev.baton.inventory.Waiting;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of what is worth knowing about stock, the oldest first, with what can be done about each. */
@Component
class AlertListing implements TabbedListing<Alert> {

    static final String PATH = StockScreen.PATH + "/alerts";

    private static final Called CALLED = new Called(
            "stock-alerts",
            PATH,
            "Stock alerts",
            "What needs a look of goods that sell: how many days what is there lasts, and what to do.",
            StaffDesk.Place.STOCK,
            Act.SEE_STOCK);

    private final StockAlertLookup alerts;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final Waiting waiting;

    AlertListing(StockAlertLookup alerts, CatalogLookup catalog, SupplierLookup suppliers, Waiting waiting) {
        this.alerts = alerts;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.waiting = waiting;
    }

    /** The open alerts of a kind. */
    static String path(Kind kind) {
        return new Where(PATH, Map.of()).with("kind", word(kind)).toString();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Alert>> columns() {
        return List.of(
                Column.of("sku", "SKU", row -> Cell.code(row.code(), row.path())),
                Column.of("title", "Title", row -> Cell.title(row.title())),
                Column.of("kind", "What", row -> Cell.state(AlertWords.mark(row.kind()))),
                Column.of("supplier", "Supplier", row -> Cell.of(row.supplier())),
                Column.<Alert>of("cover", "Lasts, days", row -> Cell.of(row.cover()))
                        .figures()
                        .labelled(),
                Column.<Alert>of("since", "Since", row -> Cell.at(row.since())).labelled(),
                Column.<Alert>of("do", "What to do", row -> Cell.deed(row.toDo(), row.where()))
                        .labelled(),
                Column.<Alert>of("available", "Units then", row -> Cell.count(row.available()))
                        .figures()
                        .onlyChosen(),
                Column.<Alert>of("sold", "Units sold before", row -> Cell.count(row.sold()))
                        .figures()
                        .onlyChosen(),
                Column.<Alert>of("of", "Sold in, days", row -> Cell.count(row.soldDays()))
                        .figures()
                        .onlyChosen(),
                Column.<Alert>of("limit", "Limit, days", row -> row.limit() == 0 ? Cell.NONE : Cell.count(row.limit()))
                        .figures()
                        .onlyChosen(),
                Column.<Alert>of("over", "Over since", row -> Cell.at(row.over()))
                        .onlyChosen());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.choice(
                        "kind",
                        "What",
                        Stream.of(Kind.values())
                                .map(kind -> new Choice(word(kind), AlertWords.title(kind)))
                                .toList()),
                SourceColumns.supplier(suppliers, staff.merchant()),
                ListFilter.choice("state", "Over", List.of(new Choice("all", "those that are over, too"))));
    }

    @Override
    public Totals totals(Staff staff, Asked asked) {
        Map<Kind, Long> open = alerts.open(staff.merchant(), supplier(asked));
        return new Totals(count(open, asked), tabs(open, asked));
    }

    private static List<Tab> tabs(Map<Kind, Long> open, Asked asked) {
        Where all = asked.where().with("kind", "").with("state", "");
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("All", sum(open), all.toString(), !asked.has("kind") && !asked.has("state")));
        for (Kind kind : Kind.values()) {
            long count = open.getOrDefault(kind, 0L);
            if (count > 0) {
                tabs.add(new Tab(
                        AlertWords.title(kind),
                        count,
                        all.with("kind", word(kind)).toString(),
                        asked.text("kind").equals(word(kind)) && !asked.has("state")));
            }
        }
        return tabs;
    }

    private static @Nullable Long count(Map<Kind, Long> open, Asked asked) {
        if (asked.has("state")) {
            return null;
        }
        return asked.word("kind", Kind.values())
                .map(kind -> open.getOrDefault(kind, 0L))
                .orElseGet(() -> sum(open));
    }

    private static long sum(Map<Kind, Long> open) {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    private static @Nullable SupplierId supplier(Asked asked) {
        return Typed.uuid(asked.text("supplier")).map(SupplierId::new).orElse(null);
    }

    @Override
    public List<Door> doors(Staff staff) {
        Door stock = new Door("All stock", StockScreen.PATH);
        return staff.may(Act.SET_THRESHOLDS)
                ? List.of(stock, new Door("When to warn", ThresholdsScreen.PATH))
                : List.of(stock);
    }

    @Override
    public Slice<Alert> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        List<StockAlert> found = alerts.page(
                merchant,
                asked.word("kind", Kind.values()).orElse(null),
                supplier(asked),
                asked.has("state"),
                asked.afterId(),
                limit + 1);
        return Slice.of(found, limit, alert -> alert.id().toString()).map(shown -> rows(merchant, shown));
    }

    private record Names(
            Map<SkuId, String> codes,
            Map<String, Sku> skus,
            Map<SkuId, List<Offer>> offers,
            Map<SupplierId, String> suppliers,
            Map<SkuId, Long> waits) {}

    private List<Alert> rows(MerchantId merchant, List<StockAlert> shown) {
        Set<SkuId> ids = shown.stream().map(StockAlert::sku).collect(Collectors.toSet());
        Map<SkuId, String> codes = catalog.codes(merchant, ids);
        Names names = new Names(
                codes,
                catalog.skus(merchant, codes.values()),
                catalog.offersOf(merchant, ids),
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name)),
                waiting.of(merchant, ids));
        return shown.stream().map(alert -> row(alert, names)).toList();
    }

    private static Alert row(StockAlert alert, Names names) {
        String code = names.codes().getOrDefault(alert.sku(), "");
        Sku sku = names.skus().get(code);
        AlertWords.ToDo toDo = AlertWords.toDo(alert, code, names.waits().getOrDefault(alert.sku(), 0L));
        return new Alert(
                alert.id().toString(),
                StockScreen.why(code),
                code,
                sku == null ? "" : sku.title(),
                alert.kind(),
                by(alert, names),
                AlertWords.cover(alert),
                alert.raisedAt(),
                toDo.words(),
                toDo.path(),
                alert.available(),
                alert.sold(),
                alert.soldDays(),
                alert.threshold(),
                alert.closedAt());
    }

    /** Whose offer it is about, or who offers the goods. */
    private static String by(StockAlert alert, Names names) {
        SupplierId own = alert.supplier();
        Stream<SupplierId> all = own == null
                ? names.offers().getOrDefault(alert.sku(), List.of()).stream().map(Offer::supplier)
                : Stream.of(own);
        return all.distinct()
                .map(names.suppliers()::get)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String key(Alert row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such alerts", "Nothing of that kind and supplier needs a look.", "Show all", PATH)
                : new Empty(
                        "Nothing needs a look",
                        "Goods that sell appear here when they run low, are out or back, were dropped by a supplier,"
                                + " are sold on old figures, or when a cost jumped.",
                        "Look at the stock",
                        StockScreen.PATH);
    }
}
