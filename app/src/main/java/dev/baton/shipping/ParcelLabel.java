package dev.baton.shipping;

import dev.baton.platform.Problem;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.Barcode;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PaperStyle;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PrintJob;
import dev.baton.platform.pdf.PrintedText;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Prints the label by which a warehouse knows a parcel: its SSCC in GS1-128, and what people read beside it. */
@Component
public class ParcelLabel {

    private final Pages pages;
    private final PdfPrinter printer;

    ParcelLabel(Pages pages, PdfPrinter printer) {
        this.pages = pages;
        this.printer = printer;
    }

    /** What the template prints; every text is fit for paper. */
    public record Label(
            DocumentWords words,
            String style,
            String barcode,
            String barcodeStyle,
            String sscc,
            String carrier,
            String number) {}

    /**
     * The picture of an SSCC: application identifier 00 in GS1-128. Source: GS1 General Specifications, 5.4.
     *
     * @return a {@code data:} address
     */
    public static String barcode(Sscc sscc) {
        return bars(sscc).address();
    }

    private static Barcode bars(Sscc sscc) {
        return Barcode.gs1("[00]" + sscc.digits());
    }

    static DocumentWords words(String language) {
        return DocumentWords.of("parcel_label", language);
    }

    /**
     * A page of 4 × 6 inches, read back before it is given out; the same parcel gives the same bytes.
     *
     * @param language of whoever sticks it on, a BCP 47 tag; English where there are no words of it
     * @throws Problem {@link SlipProblem#LABEL_UNPRINTABLE} when it says something else than it should
     */
    byte[] render(ParcelBoard.Row parcel, Sscc sscc, String language) {
        Barcode bars = bars(sscc);
        DocumentWords words = words(language);
        Label label = new Label(
                words,
                PaperStyle.of(PageSize.LABEL, PrintedText.of(sscc.shown()), words),
                bars.address(),
                String.format(Locale.ROOT, "width: %.2fmm", bars.widthMm(PageSize.LABEL.roomMm())),
                sscc.shown(),
                PrintedText.of(parcel.carrierSaid()),
                PrintedText.of(parcel.trackingNumber()));
        byte[] printed = printer.print(new PrintJob(
                pages.render("shipping/parcel-label.jte", label), sscc.shown(), words.language(), parcel.shippedAt()));
        ParcelLabelCheck.differences(printed, parcel, sscc, words).ifPresent(difference -> {
            throw new Problem(
                    SlipProblem.LABEL_UNPRINTABLE,
                    "Read back, the label differs: " + difference
                            + ". Correct what the parcel says, then print it again.");
        });
        return printed;
    }
}
