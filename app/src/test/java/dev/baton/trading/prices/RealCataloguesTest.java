package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.catalog.PriceRunView.Counts;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.SupplierItem;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Real catalogues, kept beside the repository, become catalogue, offers, stock and orders. What is expected is counted in
 * the file itself.
 */
class RealCataloguesTest {

    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("Germany", "DE"),
            Map.entry("USA", "US"),
            Map.entry("Brazil", "BR"),
            Map.entry("France", "FR"),
            Map.entry("UK", "GB"),
            Map.entry("Venezuela", "VE"),
            Map.entry("Austria", "AT"),
            Map.entry("Sweden", "SE"),
            Map.entry("Canada", "CA"),
            Map.entry("Mexico", "MX"),
            Map.entry("Italy", "IT"),
            Map.entry("Spain", "ES"),
            Map.entry("Finland", "FI"),
            Map.entry("Belgium", "BE"),
            Map.entry("Ireland", "IE"),
            Map.entry("Switzerland", "CH"),
            Map.entry("Denmark", "DK"),
            Map.entry("Argentina", "AR"),
            Map.entry("Portugal", "PT"),
            Map.entry("Poland", "PL"),
            Map.entry("Norway", "NO"));

    private final RealShop real = new RealShop();

    @BeforeEach
    void onlyWhereTheFilesAre() {
        assumeTrue(RealTable.areThere(), "real catalogues are absent");
    }

    /**
     * 32,951 products with weights. The file has no cost and no stock, so that the number of photos stands in for both;
     * products that have none are rows that cannot be used. The stock file lists the first five thousand.
     */
    @Test
    void olistsProductsBecomeOffersWithStock() throws IOException {
        RealTable products = RealTable.read("olist/olist_products_dataset.csv");
        String photos = "product_photos_qty";
        long usable = products.rows().stream()
                .filter(row -> !cell(row, photos).isEmpty())
                .count();
        long weighed = products.rows().stream()
                .filter(row -> !cell(row, photos).isEmpty()
                        && !cell(row, "product_weight_g").isEmpty())
                .count();
        List<Map<String, String>> first = products.rows().subList(0, 5_000);
        long units = first.stream()
                .filter(row -> !cell(row, photos).isEmpty())
                .mapToLong(row -> Long.parseLong(cell(row, photos)))
                .sum();
        SupplierId olist = real.shop.supplier("OLIST", Netting.GROSS, 500);

        PriceListLookup.FileView file = real.prices(
                olist,
                "olist",
                RealShop.mapping("product_id", photos, "product_category_name", "product_weight_g"),
                products.bytes());

        assertThat(file.run().state()).isEqualTo(State.APPLIED);
        assertThat(file.run().counts()).isEqualTo(new Counts(0, 0, 0, 0, (int) usable, 0));
        assertThat(file.run().faults()).isEqualTo(products.rows().size() - (int) usable);
        List<SupplierItem> items = real.items(olist);
        assertThat(items.stream().filter(item -> item.weightGrams() != null)).hasSize((int) weighed);

        real.adopt(items);
        assertThat(real.number("select count(*) from offer")).isEqualTo(usable);
        assertThat(real.items(olist)).isEmpty();

        real.stock(olist, "olist-stock", "product_id", photos, products.of(first));
        assertThat(real.number("select sum(observed) from stock")).isEqualTo(units);
    }

    /** 77 products of 29 suppliers with a stock of their own, and 830 orders to 21 countries. */
    @Test
    void northwindsProductsAreOfferedAndItsOrdersPlaced() throws IOException {
        RealTable products = RealTable.read("northwind/Products.csv");
        Map<String, List<Map<String, String>>> bySupplier = new LinkedHashMap<>();
        products.rows()
                .forEach(row -> bySupplier
                        .computeIfAbsent(cell(row, "SupplierID"), none -> new ArrayList<>())
                        .add(row));
        for (Map.Entry<String, List<Map<String, String>>> entry : bySupplier.entrySet()) {
            SupplierId supplier = real.shop.supplier("NW-" + entry.getKey(), Netting.GROSS, 500);
            byte[] file = products.of(entry.getValue());
            PriceListLookup.FileView view = real.prices(
                    supplier,
                    "nw-" + entry.getKey(),
                    RealShop.mapping("ProductID", "UnitPrice", "ProductName", null),
                    file);
            assertThat(view.run().counts().unmatched())
                    .isEqualTo(entry.getValue().size());
            real.adopt(real.items(supplier));
            real.stock(supplier, "nw-" + entry.getKey() + "-stock", "ProductID", "UnitsInStock", file);
        }
        long stock = products.rows().stream()
                .mapToLong(row -> Long.parseLong(cell(row, "UnitsInStock")))
                .sum();
        assertThat(real.number("select count(*) from offer"))
                .isEqualTo(products.rows().size());
        assertThat(real.number("select sum(observed) from stock")).isEqualTo(stock);

        RealTable orders = RealTable.read("northwind/Orders.csv");
        RealTable details = RealTable.read("northwind/OrderDetails.csv");
        real.place(northwindOrders(orders, details));

        long ordered = details.rows().stream()
                .mapToLong(row -> Long.parseLong(cell(row, "Quantity")))
                .sum();
        assertThat(real.number("select count(*) from sales_order"))
                .isEqualTo(orders.rows().size());
        assertThat(real.number("select count(*) from order_line"))
                .isEqualTo(details.rows().size());
        assertThat(real.number("select sum(quantity) from order_line")).isEqualTo(ordered);
        assertThat(real.number("select sum(open + waiting + allocated) from order_line"))
                .as("each unit is in one place, and none is with a supplier yet")
                .isEqualTo(ordered);
        assertThat(real.number("""
                select count(*) from order_line l
                where l.open > 0 and not exists (select 1 from hold h where h.sales_order_id = l.sales_order_id
                    and (h.line_id is null or h.line_id = l.line_id) and h.released_at is null)
                """)).as("what nobody has says why").isZero();
        long promised = real.number("select sum(quantity) from purchase_order_line where not withdrawn");
        assertThat(promised).isEqualTo(real.number("select sum(allocated) from order_line"));
        assertThat(promised).isPositive().isLessThanOrEqualTo(stock);
        assertThat(real.number("""
                select count(*) from (select o.offer_id from stock o
                    join purchase_order_line l on l.offer_id = o.offer_id
                    group by o.offer_id, o.observed having sum(l.quantity) > o.observed) as oversold
                """)).isZero();
    }

    private List<StoreOrder> northwindOrders(RealTable orders, RealTable details) {
        Map<String, TestShop.Draft> drafts = new LinkedHashMap<>();
        for (Map<String, String> row : orders.rows()) {
            drafts.put(
                    cell(row, "OrderID"),
                    real.shop
                            .order(cell(row, "OrderID"))
                            .by(cell(row, "CustomerID") + "@customer.example")
                            .to(new PostalAddress(
                                    cell(row, "ShipName"),
                                    null,
                                    cell(row, "ShipAddress"),
                                    null,
                                    cell(row, "ShipCity"),
                                    null,
                                    blankIsNone(cell(row, "ShipRegion")),
                                    blankIsNone(cell(row, "ShipPostalCode")),
                                    Objects.requireNonNull(COUNTRIES.get(cell(row, "ShipCountry"))),
                                    null)));
        }
        for (Map<String, String> row : details.rows()) {
            Objects.requireNonNull(drafts.get(cell(row, "OrderID")))
                    .line(cell(row, "ProductID"), Integer.parseInt(cell(row, "Quantity")));
        }
        return drafts.values().stream().map(TestShop.Draft::build).toList();
    }

    private static @Nullable String blankIsNone(String text) {
        return text.isBlank() ? null : text;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
