package dev.baton.shipping;

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
    static Optional<String> differences(byte[] label, ParcelBoard.Row parcel, Sscc sscc) {
        try {
            PdfReading reading = PdfReading.of(label);
            ReadBack read = new ReadBack(reading);
            read.block("carrier", parcel.carrierSaid());
            read.block("tracking number", parcel.trackingNumber());
            read.block("SSCC", sscc.shown());
            return read.difference()
                    .or(() ->
                            reading.pages() == 1 ? Optional.empty() : Optional.of("the label takes more than a page"));
        } catch (Unprintable unreadable) {
            return Optional.of("the label cannot be read back");
        }
    }
}
