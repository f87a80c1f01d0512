package dev.baton.shipping;

import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.platform.pdf.ReadBack;
import dev.baton.platform.pdf.Unprintable;
import java.util.Optional;

/**
 * Reads a parcel's label back as the warehouse will: one page, with the parcel's own numbers. One that fails is not given
 * out.
 */
final class ParcelLabelCheck {

    private ParcelLabelCheck() {}

    /** The first difference in words, naming the place and never the content; empty when there is none. */
    static Optional<String> differences(byte[] label, ParcelBoard.Row parcel, Sscc sscc, DocumentWords words) {
        try {
            PdfReading reading = PdfReading.of(label);
            ReadBack read = new ReadBack(reading);
            captioned(read, "carrier", words.of("carrier"), parcel.carrierSaid());
            captioned(read, "tracking number", words.of("trackingNumber"), parcel.trackingNumber());
            captioned(read, "SSCC", words.of("sscc"), sscc.shown());
            return read.difference()
                    .or(() ->
                            reading.pages() == 1 ? Optional.empty() : Optional.of("the label takes more than a page"));
        } catch (Unprintable unreadable) {
            return Optional.of("the label cannot be read back");
        }
    }

    /** What is empty has no caption either. */
    private static void captioned(ReadBack read, String place, String caption, String said) {
        if (!said.isEmpty()) {
            read.block("the caption of the " + place, caption);
            read.block(place, said);
        }
    }
}
