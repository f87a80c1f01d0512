package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.Listing.State;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuBoard;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.SupplierItems;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ProductViews.Row;
import dev.baton.inventory.InventoryLookup;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of what is sold, by its codes. Offers stand elsewhere: a page narrowed by them is looked for in stretches. */
@Component
class ProductListing implements Listing<Row> {

    private static final Called CALLED = new Called(
            "products",
            ProductsScreen.PATH,
            "Products",
            "What is sold, who offers it, and at what cost.",
            StaffDesk.Place.PRODUCTS,
            Act.SEE_PRODUCTS);
    private static final String PATH_UNOFFERED = ProductsScreen.PATH + "?offers=none";
    private static final int MICROS = 6;
    private static final int STRETCH = 500;
    private static final int MOST_LOOKED_THROUGH = 5_000;
    private static final int MOST_JUMPS = 200;

    private final SkuBoard board;
    private final CatalogLookup catalog;
    private final InventoryLookup inventory;
    private final SupplierLookup suppliers;
    private final ProductBulk bulk;
    private final Open open;

    ProductListing(
            SkuBoard board,
            CatalogLookup catalog,
            InventoryLookup inventory,
            SupplierLookup suppliers,
            ProductBulk bulk,
            Open open) {
        this.board = board;
        this.catalog = catalog;
        this.inventory = inventory;
        this.suppliers = suppliers;
        this.bulk = bulk;
        this.open = open;
    }

    /** What waits for a word. */
    @Component("openGoods")
    record Open(ListingLookup listings, SupplierItems items, CostProposals proposals) {}

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("sku", "SKU", row -> Cell.code(row.code(), row.path())),
                Column.of("title", "Title", row -> Cell.of(row.title())),
                Column.<Row>of("offers", "Offers", row -> Cell.count(row.offers()))
                        .figures()
                        .labelled(),
                Column.<Row>of("from", "Cost from", Row::from).amounts().labelled(),
                Column.<Row>of("sold", "May be sold", ProductListing::sold)
                        .figures()
                        .labelled(),
                Column.<Row>of("floor", "Margin floor", row -> Cell.of(row.floor()))
                        .figures()
                        .onlyChosen(),
                Column.<Row>of("weight", "Weight, g", row -> row.weight() == 0 ? Cell.NONE : Cell.count(row.weight()))
                        .figures()
                        .onlyChosen(),
                Column.<Row>of("gtin", "Barcode", row -> Cell.of(row.gtin())).onlyChosen());
    }

    private static Cell sold(Row row) {
        Long sold = row.sold();
        return sold == null
                ? Cell.quiet("bundle")
                : new Cell.Count(sold, StockScreen.why(row.code()), sold + " of " + row.code() + ", why");
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.text("q", "SKU begins with"),
                ListFilter.choice(
                        "offers",
                        "Offered",
                        List.of(
                                new Choice("none", "by nobody"),
                                new Choice("one", "by one supplier"),
                                new Choice("several", "by several suppliers"))),
                ListFilter.choice(
                        "supplier",
                        "By",
                        suppliers.all(staff.merchant()).stream()
                                .map(each -> new Choice(each.id().value().toString(), each.name()))
                                .toList()),
                ListFilter.choice(
                        "stock",
                        "May be sold",
                        List.of(new Choice("none", "none at all"), new Choice("some", "at least one"))),
                ListFilter.choice(
                        "made",
                        "Sold as",
                        List.of(new Choice("goods", "goods"), new Choice("bundle", "a bundle of others"))));
    }

    @Override
    public List<Door> doors(Staff staff) {
        int jumps =
                open.proposals().open(staff.merchant(), null, null, MOST_JUMPS).size();
        long unknown = open.listings().counts(staff.merchant(), null).getOrDefault(State.UNMATCHED, 0L);
        long items = open.items().count(staff.merchant(), null);
        long unoffered = board.unoffered(staff.merchant());
        List<Door> doors = new ArrayList<>(List.of(
                new Door("Price lists", PriceScreen.PATH),
                unknown == 0
                        ? new Door("What stores sell", VariantListing.PATH)
                        : new Door(unknown + " of what stores sell not known", VariantListing.path(State.UNMATCHED)),
                new Door(items == 0 ? "Items not offered" : items + " items not offered yet", ItemListing.PATH)));
        if (unoffered > 0) {
            doors.add(new Door(unoffered + " offered by nobody", PATH_UNOFFERED));
        }
        if (staff.may(Act.DEFINE_OFFERS)) {
            doors.add(new Door("New offer", OfferScreen.PATH));
        }
        if (staff.may(Act.MAP_GOODS)) {
            doors.add(new Door("New bundle", BundleScreen.path("")));
        }
        if (jumps > 0) {
            doors.add(new Door(
                    jumps == 1 ? "1 cost jumped" : jumps + " costs jumped",
                    ExceptionsScreen.path("catalog.cost-jump").toString()));
        }
        return doors;
    }

    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        return asked.narrowedOnlyBy("offers") && asked.text("offers").equals("none")
                ? (Long) board.unoffered(staff.merchant())
                : null;
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        boolean looks = asked.has("offers") || asked.has("supplier") || asked.has("stock") || asked.has("made");
        int stretch = looks ? Math.max(limit, STRETCH) : limit + 1;
        String after = asked.after();
        List<Row> found = new ArrayList<>();
        for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += stretch) {
            List<SkuBoard.Row> rows = board.page(merchant, asked.text("q"), after.isEmpty() ? null : after, stretch);
            for (Row row : wanted(merchant, asked, rows)) {
                if (found.size() == limit) {
                    return new Slice<>(found, found.getLast().code(), false);
                }
                found.add(row);
            }
            if (rows.size() < stretch) {
                return new Slice<>(found, null, false);
            }
            after = rows.getLast().code();
        }
        return new Slice<>(found, after, true);
    }

    private List<Row> wanted(MerchantId merchant, Asked asked, List<SkuBoard.Row> rows) {
        List<SkuBoard.Row> made = rows.stream()
                .filter(row ->
                        !asked.has("made") || row.bundle() == asked.text("made").equals("bundle"))
                .toList();
        List<SkuId> ids = made.stream().map(SkuBoard.Row::id).toList();
        Map<SkuId, List<Offer>> offers = catalog.offersOf(merchant, ids);
        Map<SkuId, Long> sellable = inventory.sellable(
                merchant,
                made.stream().filter(row -> !row.bundle()).map(SkuBoard.Row::id).toList());
        Map<String, Sku> whole =
                catalog.skus(merchant, made.stream().map(SkuBoard.Row::code).toList());
        SupplierId by = Typed.uuid(asked.text("supplier")).map(SupplierId::new).orElse(null);
        return made.stream()
                .filter(row -> !asked.text("offers").equals("none") || isShipped(whole.get(row.code())))
                .filter(row -> isOffered(asked.text("offers"), by, offers.getOrDefault(row.id(), List.of())))
                .map(row -> row(
                        row,
                        whole.get(row.code()),
                        offers.getOrDefault(row.id(), List.of()),
                        row.bundle() ? null : sellable.getOrDefault(row.id(), 0L),
                        asked.moments()))
                .filter(row -> isStocked(asked.text("stock"), row.sold()))
                .toList();
    }

    private static boolean isOffered(String offered, @Nullable SupplierId by, List<Offer> offers) {
        long from = offers.stream().map(Offer::supplier).distinct().count();
        boolean as = switch (offered) {
            case "none" -> from == 0;
            case "one" -> from == 1;
            case "several" -> from > 1;
            default -> true;
        };
        return as
                && (by == null
                        || offers.stream().anyMatch(offer -> offer.supplier().equals(by)));
    }

    /** Goods that somebody has to send; a bundle's parts are offered, not the bundle. */
    private static boolean isShipped(@Nullable Sku sku) {
        return sku != null && !sku.bundle() && sku.requiresShipping();
    }

    private static boolean isStocked(String stocked, @Nullable Long sold) {
        return switch (stocked) {
            case "none" -> sold != null && sold == 0;
            case "some" -> sold != null && sold > 0;
            default -> true;
        };
    }

    private static Row row(
            SkuBoard.Row row, @Nullable Sku whole, List<Offer> offers, @Nullable Long sold, Moments moments) {
        Integer floor = whole == null ? null : whole.marginFloorBps();
        return new Row(
                ProductsScreen.path(row.code()),
                row.code(),
                row.title(),
                offers.size(),
                from(offers, moments),
                sold,
                floor == null ? "" : ProductBulk.percent(floor),
                whole == null ? 0 : whole.weightGrams(),
                whole == null || whole.gtin() == null ? "" : whole.gtin());
    }

    private static Cell from(List<Offer> offers, Moments moments) {
        return offers.stream()
                .min(Comparator.comparingLong(Offer::unitCostMicros))
                .<Cell>map(cheapest ->
                        offers.stream().allMatch(each -> each.currency().equals(cheapest.currency()))
                                ? new Cell.Amount(
                                        moments.micros(cheapest.unitCostMicros(), cheapest.currency()),
                                        BigDecimal.valueOf(cheapest.unitCostMicros(), MICROS),
                                        cheapest.currency())
                                : Cell.quiet("several currencies"))
                .orElse(Cell.NONE);
    }

    @Override
    public String key(Row row) {
        return row.code();
    }

    @Override
    public List<BulkAct> bulk() {
        return bulk.all();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such products", "Upper and lower case of a SKU count.", "Show all", ProductsScreen.PATH)
                : new Empty(
                        "No products yet", "Products come from your stores, and by the API.", "Set up", SetupPage.PATH);
    }
}
