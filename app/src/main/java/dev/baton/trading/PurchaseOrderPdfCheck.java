package dev.baton.trading;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.platform.pdf.ReadBack;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a printed purchase order back as its receiver will and compares it with what was meant, line by line. A
 * document that says anything else does not leave.
 */
final class PurchaseOrderPdfCheck {

    private PurchaseOrderPdfCheck() {}

    /** The first difference in words, naming the place and never the content; empty when there is none. */
    static Optional<String> differences(
            byte[] document, PurchaseOrderFacts meant, String language, @Nullable String mark) {
        try {
            ReadBack read = new ReadBack(PdfReading.of(document));
            PurchaseOrderWords words =
                    PurchaseOrderWords.of(language, meant.supplier().zone());
            read.block("the mark", mark);
            read.block("number", PurchaseOrderPdf.title(meant, words.words()));
            head(read, meant, words);
            lines(read, meant, words);
            read.block("total units", String.valueOf(PurchaseOrderPdf.units(meant.order())));
            read.block(
                    "total",
                    words.total(
                            PurchaseOrderPdf.totalMinor(meant.order()),
                            meant.order().currency()));
            for (Instructions.Kind kind : Instructions.Kind.values()) {
                read.block("instructions." + kind.word(), meant.instructions().of(kind));
            }
            read.block("giftMessage", meant.giftMessage());
            return read.difference();
        } catch (Unprintable unreadable) {
            return Optional.of("the document cannot be read back");
        }
    }

    private static void head(ReadBack read, PurchaseOrderFacts meant, PurchaseOrderWords words) {
        address(read, meant.shipTo(), words);
        read.block("respondBy", words.moment(meant.order().respondBy()));
        read.block("version", String.valueOf(meant.order().version()));
        read.block("issuedAt", words.day(meant.order().issuedAt()));
        read.block("merchant.name", meant.merchantName());
        read.block("storeOrder.name", meant.order().storeOrderName());
        read.block("supplier.name", meant.supplier().name());
        read.block("shipFrom", meant.order().shipFrom());
        read.block("shipMethod", PurchaseOrderPdf.shipMethod(meant));
    }

    private static void address(ReadBack read, PostalAddress to, PurchaseOrderWords words) {
        read.block("shipTo.name", to.name());
        read.block("shipTo.company", to.company());
        read.block("shipTo.line1", to.line1());
        read.block("shipTo.line2", to.line2());
        read.block(
                "shipTo.postcode and city",
                (to.postcode() == null ? "" : to.postcode() + " ") + (to.city() == null ? "" : to.city()));
        read.block("shipTo.region", to.region());
        read.block("shipTo.countryCode", words.country(to.countryCode()));
        read.block("shipTo.phone", to.phone());
    }

    private static void lines(ReadBack read, PurchaseOrderFacts meant, PurchaseOrderWords words) {
        List<PurchaseOrderLine> lines = meant.order().lines();
        read.rows("number of lines", lines.size());
        for (int row = 0; row < lines.size(); row++) {
            PurchaseOrderLine line = lines.get(row);
            int quantity = line.units().quantity();
            String name = "line " + line.line() + " ";
            StringBuilder item = new StringBuilder(line.title());
            meant.enteredFor(line).forEach((key, value) -> item.append('\n').append(key + ": " + value));
            read.cell(name + "number", row, 0, String.valueOf(line.line()));
            read.cell(name + "quantity", row, 1, String.valueOf(quantity));
            read.cell(name + "sku", row, 2, line.supplierSku());
            read.cell(name + "title or properties", row, 3, item.toString());
            read.cell(
                    name + "unitCost",
                    row,
                    4,
                    words.unitCost(line.unitCostMicros(), meant.order().currency()));
            read.cell(
                    name + "cost",
                    row,
                    5,
                    words.cost(line.unitCostMicros(), quantity, meant.order().currency()));
        }
    }
}
