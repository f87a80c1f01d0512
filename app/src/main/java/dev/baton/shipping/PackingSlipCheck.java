package dev.baton.shipping;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.platform.pdf.ReadBack;
import dev.baton.platform.pdf.Unprintable;
import java.util.List;
import java.util.Optional;

/**
 * Reads a packing slip back as the customer will: it says what was meant, line by line, and nothing that is between
 * the merchant and the supplier. A slip that fails does not leave.
 */
public final class PackingSlipCheck {

    private PackingSlipCheck() {}

    /** The first difference in words, naming the place and never the content; empty when there is none. */
    public static Optional<String> differences(byte[] slip, SlipFacts meant, SlipSecrets secrets) {
        try {
            PdfReading reading = PdfReading.of(slip);
            ReadBack read = new ReadBack(reading);
            DocumentWords words = PackingSlip.words(meant);
            read.block("the mark", meant.mark());
            shipTo(read, meant.shipTo(), words);
            read.block("title", words.of("title"));
            read.block("order", meant.orderName());
            read.block("parcel", PackingSlip.parcel(meant, words));
            items(read, meant.items());
            read.block("giftMessage", meant.giftMessage());
            read.block("return instructions", meant.brand().returnInstructions());
            read.block("footer", meant.brand().footer());
            return read.difference().or(() -> secrets.leak(reading, PackingSlip.allowed(meant)));
        } catch (Unprintable unreadable) {
            return Optional.of("the slip cannot be read back");
        }
    }

    private static void shipTo(ReadBack read, PostalAddress to, DocumentWords words) {
        read.block("shipTo.name", to.name());
        read.block("shipTo.company", to.company());
        read.block("shipTo.line1", to.line1());
        read.block("shipTo.line2", to.line2());
        read.block(
                "shipTo.postcode and city",
                (to.postcode() == null ? "" : to.postcode() + " ") + (to.city() == null ? "" : to.city()));
        read.block("shipTo.region", to.region());
        read.block("shipTo.countryCode", PackingSlip.country(to.countryCode(), words));
    }

    private static void items(ReadBack read, List<SlipFacts.Item> items) {
        read.rows("number of items", items.size());
        for (int row = 0; row < items.size(); row++) {
            SlipFacts.Item item = items.get(row);
            String name = "item " + (row + 1) + " ";
            StringBuilder said = new StringBuilder(item.title());
            item.entered().forEach((key, value) -> said.append('\n').append(key + ": " + value));
            read.cell(name + "quantity", row, 0, String.valueOf(item.quantity()));
            read.cell(
                    name + "title, properties or sku",
                    row,
                    1,
                    said.append('\n').append(item.sku()).toString());
        }
    }
}
