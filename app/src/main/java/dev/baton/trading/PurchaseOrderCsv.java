package dev.baton.trading;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Instructions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the purchase order as a table, one row a line: RFC 4180, UTF-8 with a byte order mark, for spreadsheets and
 * programs alike. A value a spreadsheet would run as a formula has an apostrophe before it.
 */
final class PurchaseOrderCsv {

    /** The head row; columns are only ever added at its end. */
    static final List<String> COLUMNS = List.of(
            "number",
            "version",
            "line",
            "sku",
            "merchant_sku",
            "title",
            "quantity",
            "unit_cost",
            "currency",
            "ship_to_name",
            "ship_to_company",
            "ship_to_line1",
            "ship_to_line2",
            "ship_to_city",
            "ship_to_region",
            "ship_to_postcode",
            "ship_to_country",
            "ship_to_phone",
            "ship_method",
            "ship_carrier",
            "gift_message",
            "packaging",
            "branding",
            "special",
            "properties",
            "insert",
            "label");

    /** Spreadsheets take a file without it for one in their own old encoding. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String RUN_AS_FORMULAS = "=+-@\t\r";

    private PurchaseOrderCsv() {}

    static byte[] render(PurchaseOrderFacts facts) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (PurchaseOrderLine line : facts.order().lines()) {
                csv.writeRecord(
                        values(facts, line).map(PurchaseOrderCsv::harmless).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<@Nullable String> values(PurchaseOrderFacts facts, PurchaseOrderLine line) {
        ReadyToSend order = facts.order();
        PostalAddress to = facts.shipTo();
        ShipMethodCode method =
                ShipMethodCode.of(order.shipMethod(), facts.supplier().shipMethods());
        Instructions instructions = facts.instructions();
        return Stream.of(
                order.number(),
                String.valueOf(order.version()),
                String.valueOf(line.line()),
                line.supplierSku(),
                line.merchantSku(),
                line.title(),
                String.valueOf(line.units().quantity()),
                Micros.format(line.unitCostMicros()),
                order.currency(),
                to.name(),
                to.company(),
                to.line1(),
                to.line2(),
                to.city(),
                to.region() == null ? to.regionCode() : to.region(),
                to.postcode(),
                to.countryCode(),
                to.phone(),
                method == null ? null : method.code(),
                method == null ? null : method.carrier(),
                facts.giftMessage(),
                instructions.packaging(),
                instructions.branding(),
                instructions.special(),
                entered(facts.enteredFor(line)),
                instructions.insert(),
                instructions.label());
    }

    private static String entered(Map<String, String> entered) {
        return entered.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String harmless(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return RUN_AS_FORMULAS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
