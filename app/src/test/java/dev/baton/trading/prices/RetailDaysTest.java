package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SupplierItem;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three real days of a British gift shop, kept beside the repository: 7,419 lines with postage, discounts, bank charges,
 * cancellations, stock that was written off, and items without a description. Every line ends in exactly one of:
 *
 * <ul>
 *   <li>goods of an order: a supplier gets them, or a hold says why not (an order that came twice waits for a person);
 *   <li>no goods (POST, M, DOT, C2, BANK CHARGES): part of the order, never of a purchase order;
 *   <li>a cancellation of goods (invoice C…) that finds its order, whose units are cancelled there;
 *   <li>a cancellation of goods of an order before these days, or of money alone (D, M): nothing here to change;
 *   <li>stock written off (a negative quantity on an invoice of its own): no order.
 * </ul>
 *
 * What is expected is counted in the files.
 */
class RetailDaysTest {

    private static final Pattern GOODS = Pattern.compile("\\d{5}\\p{L}*");
    private static final List<String> DAYS = List.of("2010-12-01", "2010-12-02", "2010-12-03");

    /** An order has at most 500 lines; an invoice of more (a day's sales of a counter) is several orders. */
    private static final int MOST_LINES = 500;

    private final RealShop real = new RealShop();
    private final SupplierId gifts = real.shop.supplier("GIFTS", Netting.GROSS, 500);
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Invoice> twin = new HashSet<>();

    @BeforeEach
    void onlyWhereTheFilesAre() {
        assumeTrue(RealTable.areThere(), "real catalogues are absent");
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static int quantity(Map<String, String> row) {
        return Integer.parseInt(cell(row, "Quantity"));
    }

    private static boolean isGoods(String code) {
        return GOODS.matcher(code).matches();
    }

    /** One line of an invoice, and how many of its units were cancelled by a later one. */
    private static final class Line {

        private final String code;
        private final int quantity;
        private int cancelled;

        Line(String code, int quantity) {
            this.code = code;
            this.quantity = quantity;
        }
    }

    private record Invoice(String number, String customer, List<Line> lines) {

        /** Who buys what: the same again within a day may be the same order twice. */
        String goods() {
            return customer
                    + lines.stream()
                            .map(line -> line.code + "×" + line.quantity)
                            .sorted()
                            .toList();
        }
    }

    /** What a day's lines are, counted in the file. */
    private static final class Day {

        private int goods;
        private int noGoods;
        private int found;
        private int ofEarlierOrders;
        private int moneyOnly;
        private int writtenOff;

        int all() {
            return goods + noGoods + found + ofEarlierOrders + moneyOnly + writtenOff;
        }
    }

    @Test
    void threeDaysOfAShopBecomeCatalogueOffersStockAndOrders() throws IOException {
        Map<String, RealTable> days = new LinkedHashMap<>();
        for (String day : DAYS) {
            days.put(day, RealTable.read("uci-online-retail/" + day + ".csv"));
        }
        catalogue(days);
        stock(days);
        Map<String, Day> counted = new LinkedHashMap<>();
        for (Map.Entry<String, RealTable> day : days.entrySet()) {
            counted.put(day.getKey(), trade(day.getValue()));
            assertThat(counted.get(day.getKey()).all())
                    .as("every line of " + day.getKey() + " is accounted for")
                    .isEqualTo(day.getValue().rows().size());
        }

        Set<String> cancelling = new TreeSet<>();
        days.values()
                .forEach(day -> day.rows().stream()
                        .map(row -> cell(row, "InvoiceNo"))
                        .filter(number -> number.startsWith("C"))
                        .forEach(cancelling::add));
        assertThat(cancelling).as("the days have some").isNotEmpty();
        assertThat(counted.values().stream().mapToInt(day -> day.found).sum()).isPositive();
        assertThat(counted.values().stream().mapToInt(day -> day.noGoods).sum()).isPositive();
        assertOrders();
        assertWhatSuppliersGet();
    }

    /** The first day as it stands is the price list; the others bring what it lacks. An item stands on one row. */
    private void catalogue(Map<String, RealTable> days) throws IOException {
        Set<String> known = new LinkedHashSet<>();
        for (Map.Entry<String, RealTable> day : days.entrySet()) {
            Set<String> codes = new LinkedHashSet<>();
            day.getValue().rows().forEach(row -> codes.add(cell(row, "StockCode")));
            real.baton.clock().advance(Duration.ofHours(1));

            PriceListLookup.FileView file = real.prices(
                    gifts,
                    "retail",
                    RealShop.mapping("StockCode", "UnitPrice", "Description", null),
                    day.getValue().bytes());

            assertThat(file.run().state()).isIn(State.APPLIED, State.QUARANTINED);
            assertThat(file.run().faults())
                    .as("repeated rows are named")
                    .isEqualTo(day.getValue().rows().size() - codes.size());
            if (file.run().state() == State.APPLIED) {
                assertThat(file.run().counts().unmatched()).isEqualTo((int)
                        codes.stream().filter(code -> !known.contains(code)).count());
                known.addAll(codes.stream().filter(RetailDaysTest::isGoods).toList());
                List<SupplierItem> items = real.items(gifts).stream()
                        .filter(item -> isGoods(item.supplierSku()))
                        .toList();
                real.adopt(items);
            }
        }
        Set<String> services = new TreeSet<>();
        days.values()
                .forEach(day -> day.rows().stream()
                        .map(row -> cell(row, "StockCode"))
                        .filter(code -> !isGoods(code))
                        .forEach(services::add));
        assertThat(services).contains("POST", "M", "DOT", "C2");
        real.baton
                .bean(DefineSkus.class)
                .define(
                        real.merchant,
                        services.stream()
                                .map(code -> new SkuDefinition(code, code, 0, false, List.of()))
                                .toList());
    }

    /** Of each item as much as the three days sell. */
    private void stock(Map<String, RealTable> days) throws IOException {
        Map<String, Integer> sold = new TreeMap<>();
        days.values()
                .forEach(day -> day.rows().stream()
                        .filter(row -> quantity(row) > 0 && isGoods(cell(row, "StockCode")))
                        .forEach(row -> sold.merge(cell(row, "StockCode"), quantity(row), Integer::sum)));
        StringBuilder file = new StringBuilder("item\tunits\n");
        sold.forEach(
                (code, units) -> file.append(code).append('\t').append(units).append('\n'));

        real.stock(gifts, "retail-stock", "item", "units", file.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(real.number("select sum(observed) from stock"))
                .isEqualTo(sold.values().stream().mapToLong(Integer::longValue).sum());
    }

    /** Places the orders of a day, then has its cancellations change the orders they are of. */
    private Day trade(RealTable table) {
        Day day = new Day();
        Map<String, Invoice> fresh = new LinkedHashMap<>();
        Map<String, Integer> parts = new HashMap<>();
        List<Map<String, String>> cancellations = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            String number = cell(row, "InvoiceNo");
            String code = cell(row, "StockCode");
            if (number.startsWith("C")) {
                cancellations.add(row);
            } else if (quantity(row) < 0) {
                day.writtenOff++;
            } else {
                day.goods += isGoods(code) ? 1 : 0;
                day.noGoods += isGoods(code) ? 0 : 1;
                String part = number + "/" + parts.merge(number, 1, Integer::sum) / MOST_LINES;
                fresh.computeIfAbsent(part, none -> new Invoice(part, customer(row), new ArrayList<>()))
                        .lines()
                        .add(new Line(code, quantity(row)));
            }
        }
        invoices.putAll(fresh);
        fresh.values().stream().filter(invoice -> !seen.add(invoice.goods())).forEach(twin::add);
        real.place(fresh.values().stream().map(this::order).toList());
        Map<String, Invoice> changed = new LinkedHashMap<>();
        for (Map<String, String> row : cancellations) {
            String code = cell(row, "StockCode");
            @Nullable Invoice of = isGoods(code) ? cancelled(customer(row), code, -quantity(row)) : null;
            if (of != null) {
                day.found++;
                changed.put(of.number(), of);
            } else if (isGoods(code)) {
                day.ofEarlierOrders++;
            } else {
                day.moneyOnly++;
            }
        }
        real.baton.clock().advance(Duration.ofHours(1));
        real.place(changed.values().stream().map(this::order).toList());
        return day;
    }

    private static String customer(Map<String, String> row) {
        String id = cell(row, "CustomerID");
        return id.isEmpty() ? "guest of " + cell(row, "InvoiceNo") : id;
    }

    /** The customer's latest order that has so many units of the item left; null when these days have none. */
    private @Nullable Invoice cancelled(String customer, String code, int units) {
        for (Invoice invoice : new ArrayList<>(invoices.values()).reversed()) {
            for (Line line : invoice.lines()) {
                if (invoice.customer().equals(customer)
                        && line.code.equals(code)
                        && line.quantity - line.cancelled >= units) {
                    line.cancelled += units;
                    return invoice;
                }
            }
        }
        return null;
    }

    private StoreOrder order(Invoice invoice) {
        TestShop.Draft draft = real.shop
                .order(invoice.number())
                .by(invoice.customer().replace(' ', '.') + "@customer.example")
                .to(new PostalAddress(
                        "Customer " + invoice.customer(),
                        null,
                        invoice.customer() + " High Street",
                        null,
                        "Newtown",
                        null,
                        null,
                        "10115",
                        "DE",
                        null));
        invoice.lines().forEach(line -> draft.line(line.code, line.quantity, line.quantity - line.cancelled));
        return draft.build();
    }

    private void assertOrders() {
        long lines = invoices.values().stream()
                .mapToLong(each -> each.lines().size())
                .sum();
        long units = 0;
        long cancelled = 0;
        for (Invoice invoice : invoices.values()) {
            units += invoice.lines().stream().mapToLong(line -> line.quantity).sum();
            cancelled +=
                    invoice.lines().stream().mapToLong(line -> line.cancelled).sum();
        }
        assertThat(real.number("select count(*) from sales_order")).isEqualTo(invoices.size());
        assertThat(real.number("select count(*) from order_line")).isEqualTo(lines);
        assertThat(real.number("select sum(quantity) from order_line")).isEqualTo(units);
        assertThat(cancelled).isPositive();
        assertThat(real.number("select sum(cancelled) from order_line"))
                .as("each cancellation reached the units of its order, and no others")
                .isEqualTo(cancelled);
        assertThat(real.number("select sum(open + waiting + allocated + delivered + cancelled) from order_line"))
                .isEqualTo(units);
    }

    private void assertWhatSuppliersGet() {
        Map<String, Integer> wanted = new HashMap<>();
        for (Invoice invoice : invoices.values()) {
            invoice.lines().stream()
                    .filter(line -> isGoods(line.code))
                    .forEach(line -> wanted.merge(line.code, line.quantity - line.cancelled, Integer::sum));
        }
        long goods = wanted.values().stream().mapToLong(Integer::longValue).sum();
        assertThat(real.number("""
                select count(*) from purchase_order_line where merchant_sku !~ '^[0-9]{5}[A-Za-z]*$'
                """))
                .as("what is no goods never goes to a supplier")
                .isZero();
        long held = real.number("select coalesce(sum(open), 0) from order_line");
        long waiting = real.number("select coalesce(sum(waiting), 0) from order_line");
        long twice = invoices.values().stream()
                .filter(twin::contains)
                .mapToLong(invoice -> invoice.lines().stream()
                        .filter(line -> isGoods(line.code))
                        .mapToLong(line -> line.quantity - line.cancelled)
                        .sum())
                .sum();
        assertThat(twice).as("the days have orders that came twice").isPositive();
        assertThat(real.number("select count(*) from hold where kind = 'POSSIBLE_DUPLICATE' and released_at is null"))
                .isEqualTo(twin.size());
        assertThat(real.number("select sum(quantity) from purchase_order_line where not withdrawn"))
                .as("all goods that are still wanted go to a supplier, but what a person has to look at first")
                .isEqualTo(goods - held - waiting - twice);
        assertThat(waiting).as("the stock is what the days sell").isZero();
        assertThat(real.number("select coalesce(sum(l.open), 0) from order_line l where not exists ("
                        + "select 1 from hold h where h.sales_order_id = l.sales_order_id and h.released_at is null"
                        + " and (h.line_id is null or h.line_id = l.line_id))"))
                .as("nothing is held without a reason")
                .isZero();
    }
}
