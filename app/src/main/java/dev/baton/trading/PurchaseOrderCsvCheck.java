package dev.baton.trading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a purchase order written as a table back and compares it with what was meant, row by row. */
final class PurchaseOrderCsvCheck {

    private @Nullable String difference;

    private PurchaseOrderCsvCheck() {}

    /** The first difference in words, naming the place and never the content; empty when there is none. */
    static Optional<String> differences(byte[] table, PurchaseOrderFacts meant) {
        String text = new String(table, StandardCharsets.UTF_8);
        if (!text.startsWith(PurchaseOrderCsv.BYTE_ORDER_MARK)) {
            return Optional.of("the table does not begin with a byte order mark");
        }
        try {
            PurchaseOrderCsvCheck check = new PurchaseOrderCsvCheck();
            check.compare(
                    CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream()
                            .toList(),
                    meant);
            return Optional.ofNullable(check.difference);
        } catch (CsvParseException unreadable) {
            return Optional.of("the table cannot be read back");
        }
    }

    private void compare(List<NamedCsvRecord> rows, PurchaseOrderFacts meant) {
        List<PurchaseOrderLine> lines = meant.order().lines();
        if (rows.size() != lines.size()) {
            differs("number of lines");
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            if (!row.getHeader().equals(PurchaseOrderCsv.COLUMNS)) {
                differs("head row");
                return;
            }
            line(row, lines.get(i), meant);
            shipTo(row, meant.shipTo());
            conditions(row, meant);
        }
    }

    private void line(NamedCsvRecord row, PurchaseOrderLine line, PurchaseOrderFacts meant) {
        String name = "line " + line.line() + " ";
        same(name + "purchase order", meant.order().number(), row, "number");
        same(name + "version", String.valueOf(meant.order().version()), row, "version");
        same(name + "number", String.valueOf(line.line()), row, "line");
        same(name + "sku", line.supplierSku(), row, "sku");
        same(name + "merchantSku", line.merchantSku(), row, "merchant_sku");
        same(name + "title", line.title(), row, "title");
        same(name + "quantity", String.valueOf(line.units().quantity()), row, "quantity");
        same(name + "unitCost", Micros.format(line.unitCostMicros()), row, "unit_cost");
        same(name + "currency", meant.order().currency(), row, "currency");
        StringBuilder entered = new StringBuilder();
        meant.enteredFor(line).forEach((key, value) -> {
            entered.append(entered.isEmpty() ? "" : "; ").append(key + ": " + value);
        });
        same(name + "properties", entered.toString(), row, "properties");
    }

    private void shipTo(NamedCsvRecord row, PostalAddress to) {
        same("shipTo.name", to.name(), row, "ship_to_name");
        same("shipTo.company", to.company(), row, "ship_to_company");
        same("shipTo.line1", to.line1(), row, "ship_to_line1");
        same("shipTo.line2", to.line2(), row, "ship_to_line2");
        same("shipTo.city", to.city(), row, "ship_to_city");
        same("shipTo.region", to.region() == null ? to.regionCode() : to.region(), row, "ship_to_region");
        same("shipTo.postcode", to.postcode(), row, "ship_to_postcode");
        same("shipTo.countryCode", to.countryCode(), row, "ship_to_country");
        same("shipTo.phone", to.phone(), row, "ship_to_phone");
    }

    private void conditions(NamedCsvRecord row, PurchaseOrderFacts meant) {
        ShipMethodCode method =
                ShipMethodCode.of(meant.order().shipMethod(), meant.supplier().shipMethods());
        Instructions instructions = meant.instructions();
        same("shipMethod.code", method == null ? null : method.code(), row, "ship_method");
        same("shipMethod.carrier", method == null ? null : method.carrier(), row, "ship_carrier");
        same("giftMessage", meant.giftMessage(), row, "gift_message");
        for (Instructions.Kind kind : Instructions.Kind.values()) {
            same("instructions." + kind.word(), instructions.of(kind), row, kind.word());
        }
    }

    private void same(String place, @Nullable String meant, NamedCsvRecord row, String column) {
        String read = row.findField(column).orElse("");
        String wanted = meant == null ? "" : meant;
        boolean same = read.equals(wanted) || (isFormula(wanted) && read.equals("'" + wanted));
        if (!same || isFormula(read)) {
            differs(place);
        }
    }

    /** What a spreadsheet would run. */
    private static boolean isFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    }

    private void differs(String place) {
        if (difference == null) {
            difference = place + " reads otherwise than it was meant";
        }
    }
}
