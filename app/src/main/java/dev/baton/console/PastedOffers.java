package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads offers as people paste them from a sheet: a line each, the cells apart by tabs, semicolons or commas. */
final class PastedOffers {

    private static final Pattern COST = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,6})?");
    private static final Pattern STOCK = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST_CODE = 255;

    private PastedOffers() {}

    /**
     * One offer.
     *
     * @param costMicros of one unit, in 10⁻⁶ of the supplier's currency
     * @param stock units the supplier has now
     */
    record Row(String sku, String supplierSku, long costMicros, int stock) {}

    /**
     * All lines; empty ones are passed over.
     *
     * @throws Problem INVALID_FIELD that names the line and what is wrong with it
     */
    static List<Row> read(String pasted) {
        List<Row> rows = new ArrayList<>();
        String[] lines = pasted.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                rows.add(row(lines[i], i + 1));
            }
        }
        if (rows.isEmpty()) {
            throw wrong("Write a line for each item: SKU, the supplier's code, cost, how many it has.");
        }
        return rows;
    }

    private static Row row(String line, int number) {
        String[] cells = line.strip().split(line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",", -1);
        if (cells.length != 4) {
            throw wrong("Line " + number + " has " + cells.length
                    + " cells and needs four: SKU, the supplier's code, cost, how many it has.");
        }
        String sku = cells[0].strip();
        String code = cells[1].strip().isEmpty() ? sku : cells[1].strip();
        String cost = cells[2].strip();
        String stock = cells[3].strip();
        if (sku.isEmpty() || sku.length() > LONGEST_CODE || code.length() > LONGEST_CODE) {
            throw wrong("Line " + number + ": the SKU is missing or too long.");
        }
        if (!COST.matcher(cost).matches()) {
            throw wrong("Line " + number + ": \"" + cost + "\" is no cost; write it as 12.50.");
        }
        if (!STOCK.matcher(stock).matches()) {
            throw wrong("Line " + number + ": \"" + stock + "\" is no number of units; write a whole one.");
        }
        return new Row(sku, code, Micros.parse(cost.replace(',', '.')), Integer.parseInt(stock));
    }

    private static Problem wrong(String detail) {
        return new Problem(CommonProblem.INVALID_FIELD, detail, "rows");
    }
}
