package dev.baton.trading.prices;

import dev.baton.catalog.Cost;
import dev.baton.catalog.Gtin;
import dev.baton.catalog.ListedPrice;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceBreak;
import dev.baton.catalog.PriceFault;
import dev.baton.catalog.PriceRow;
import dev.baton.platform.Problem;
import dev.baton.platform.tables.CellText;
import dev.baton.platform.tables.ColumnNames;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.prices.PriceCells.Unreadable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes prices of a table's rows by a price list's mapping; what cannot be read is told row by row. */
final class PriceReader {

    /** Of a supplier's item code; a longer one is a sentence. */
    private static final int LONGEST_SKU = 200;

    /** Of a title; the rest is cut off. */
    private static final int LONGEST_TITLE = 300;

    private static final int NONE = -1;

    private final PriceListDefinition list;
    private final String usualCurrency;
    private final ZoneId zone;
    private final @Nullable DecimalMark mark;
    private final PriceCells cells;
    private final List<String> header;
    private final int sku;
    private final int unitCost;
    private final int currency;
    private final int since;
    private final int shipFrom;
    private final int title;
    private final int gtin;
    private final int packSize;
    private final int minimumQuantity;
    private final int weight;
    private final int leadTimeDays;
    private final @Nullable List<BreakPlace> breaks;

    /**
     * @param usualCurrency the supplier's
     * @param zone the supplier's: a day begins there
     * @throws Problem {@link PriceListProblem#PRICE_COLUMN_MISSING} with the names the file has
     */
    PriceReader(PriceListDefinition list, String usualCurrency, ZoneId zone, List<String> header) {
        this.list = list;
        this.usualCurrency = list.currency() == null ? usualCurrency : list.currency();
        this.zone = zone;
        this.header = header;
        PriceMapping mapping = list.mapping();
        this.mark = mapping.decimalMark();
        this.cells = new PriceCells(mark, mapping.dayFirst(), mapping.weightUnit());
        this.sku = place(mapping.sku());
        this.unitCost = place(mapping.unitCost());
        this.currency = place(mapping.currency());
        this.since = place(mapping.since());
        this.shipFrom = place(mapping.shipFrom());
        this.title = place(mapping.title());
        this.gtin = place(mapping.gtin());
        this.packSize = place(mapping.packSize());
        this.minimumQuantity = place(mapping.minimumQuantity());
        this.weight = place(mapping.weight());
        this.leadTimeDays = place(mapping.leadTimeDays());
        @Nullable List<BreakColumn> columns = mapping.priceBreaks();
        this.breaks = columns == null ? null : columns.stream().map(this::place).toList();
    }

    /** Where a price break's cost and quantity stand; the quantity is given, or in its own column. */
    private record BreakPlace(
            String name, int unitCost, @Nullable Integer quantity, int quantityColumn) {}

    private BreakPlace place(BreakColumn column) {
        return new BreakPlace(
                column.unitCost(), place(column.unitCost()), column.quantity(), place(column.quantityColumn()));
    }

    private int place(@Nullable String name) {
        if (name == null) {
            return NONE;
        }
        return ColumnNames.place(header, name)
                .orElseThrow(() -> new Problem(
                        PriceListProblem.PRICE_COLUMN_MISSING,
                        "The file has no column " + name + "; it has " + String.join(", ", header)
                                + ". Mend the mapping, or send the file with that column."));
    }

    /**
     * Reads one row; null when it cannot be used, with a fault that says why. What does not touch the cost (barcode,
     * weight) is passed over with a note instead.
     */
    @Nullable
    ListedPrice read(TableRow row, List<PriceFault> faults) {
        String code = row.cell(sku);
        String shown = code.length() > LONGEST_SKU ? code.substring(0, LONGEST_SKU) : code;
        try {
            if (row.fault() != null) {
                throw new Unreadable(row.fault());
            }
            if (code.length() > LONGEST_SKU) {
                throw new Unreadable("The item code has more than " + LONGEST_SKU + " characters.");
            }
            @Nullable String spoilt = CellText.spoiltCode(code).orElse(null);
            if (spoilt != null) {
                throw new Unreadable(spoilt);
            }
            return new ListedPrice(row.number(), price(row, code, faults));
        } catch (Unreadable wrong) {
            faults.add(new PriceFault(row.number(), shown, false, wrong.words()));
            return null;
        }
    }

    private PriceRow price(TableRow row, String code, List<PriceFault> faults) throws Unreadable {
        String place = cell(row, shipFrom);
        String name = cell(row, title);
        Cost cost = new Cost(cells.cost(row.numeral(unitCost, mark)), currency(row));
        return new PriceRow(
                code,
                place.isEmpty() ? (list.shipFrom() == null ? Offer.MAIN : list.shipFrom()) : place,
                name.isEmpty() ? null : name.substring(0, Math.min(LONGEST_TITLE, name.length())),
                gtin(row, code, faults),
                cost,
                cells.count(numeral(row, packSize), "pack size"),
                cells.count(numeral(row, leadTimeDays), "lead time"),
                since(row),
                weight(row, code, faults),
                cells.count(numeral(row, minimumQuantity), "least quantity"),
                breaks(row, cost.currency()));
    }

    private @Nullable List<PriceBreak> breaks(TableRow row, String currency) throws Unreadable {
        if (breaks == null) {
            return null;
        }
        List<PriceBreak> stated = new ArrayList<>();
        for (BreakPlace each : breaks) {
            String cell = row.numeral(each.unitCost(), mark);
            if (cell.isBlank()) {
                continue;
            }
            @Nullable
            Integer quantity = each.quantity() == null
                    ? cells.count(numeral(row, each.quantityColumn()), "quantity of " + each.name())
                    : each.quantity();
            if (quantity == null) {
                throw new Unreadable("The cost in " + each.name() + " has no quantity from which it holds: send both.");
            }
            @Nullable String own = PriceCells.currency(cell);
            if (own != null && !own.equals(currency)) {
                throw new Unreadable("The cost in " + each.name() + " is in " + own + " and the row's in " + currency
                        + ": mend one.");
            }
            stated.add(new PriceBreak(quantity, cells.cost(cell)));
        }
        return stated;
    }

    private static String cell(TableRow row, int column) {
        return column == NONE ? "" : row.cell(column);
    }

    private String numeral(TableRow row, int column) {
        return column == NONE ? "" : row.numeral(column, mark);
    }

    /** The column's word, else the cost's own sign, else the list's; two that differ are nobody's word. */
    private String currency(TableRow row) throws Unreadable {
        String stated = cell(row, currency).toUpperCase(Locale.ROOT);
        @Nullable String own = PriceCells.currency(row.cell(unitCost));
        if (stated.isEmpty()) {
            return own == null ? usualCurrency : own;
        }
        String named = stated.matches("[A-Z]{3}") ? stated : String.valueOf(PriceCells.currency(stated));
        if (own != null && !own.equals(named)) {
            throw new Unreadable("The cost is in " + own + " and the currency's column says " + stated + ": mend one.");
        }
        return named;
    }

    private @Nullable Instant since(TableRow row) throws Unreadable {
        @Nullable LocalDate day = cells.day(cell(row, since));
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private @Nullable String gtin(TableRow row, String code, List<PriceFault> faults) {
        String text = cell(row, gtin);
        if (text.isEmpty() || Gtin.of(text) != null) {
            return text.isEmpty() ? null : text;
        }
        faults.add(new PriceFault(
                row.number(),
                code,
                true,
                "The barcode's number " + text.substring(0, Math.min(40, text.length()))
                        + " is none (8, 12, 13 or 14 digits, the last a check digit) and was passed over."));
        return null;
    }

    private @Nullable Integer weight(TableRow row, String code, List<PriceFault> faults) {
        try {
            return cells.grams(numeral(row, weight));
        } catch (Unreadable wrong) {
            faults.add(new PriceFault(row.number(), code, true, wrong.words()));
            return null;
        }
    }
}
