package dev.baton.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The serial shipping container code, as it is written and as it is printed. */
class SsccTest {

    /** The example of GS1 General Specifications. */
    private static final String DIGITS = "106141412345678908";

    private static final DocumentWords ENGLISH = ParcelLabel.words("en");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "106141412345678908",
                "1 0614141 234567890 8",
                "(00)106141412345678908",
                "(00) 1-0614141-234567890-8",
                "00106141412345678908",
                "[00]106141412345678908"
            })
    void isReadAsPeopleAndScannersWriteIt(String written) {
        assertThat(Sscc.read(written)).contains(new Sscc(DIGITS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "106141412345678907",
                "160141412345678908",
                "10614141234567890",
                "1061414123456789080",
                "1.06141E+17",
                "10614141234567890X",
                "1Z999AA10123456784"
            })
    void isNoneWithAnotherCheckDigitOrLength(String written) {
        assertThat(Sscc.read(written)).isEmpty();
        assertThatThrownBy(() -> new Sscc(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelOfAnotherParcelIsToldFromIt() {
        byte[] label = new ParcelLabel(new Pages(), new PdfPrinter()).render(parcel(), new Sscc(DIGITS), "en");

        assertThat(ParcelLabelCheck.differences(label, parcel(), new Sscc(DIGITS), ENGLISH))
                .isEmpty();
        assertThat(ParcelLabelCheck.differences(label, parcel(), new Sscc("006141411234567890"), ENGLISH))
                .hasValueSatisfying(difference -> assertThat(difference).contains("SSCC"));
        assertThat(ParcelLabelCheck.differences(new byte[] {1}, parcel(), new Sscc(DIGITS), ENGLISH))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Carrier, Tracking number, SSCC",
        "de, Frachtführer, Sendungsnummer, NVE (SSCC)",
        "fr-CA, Transporteur, Numéro de suivi, SSCC",
        "es, Transportista, Número de seguimiento, SSCC",
        "pl, Carrier, Tracking number, SSCC"
    })
    void itsCaptionsAreInTheLanguageOfWhoeverSticksItOn(String language, String carrier, String number, String sscc) {
        byte[] label = new ParcelLabel(new Pages(), new PdfPrinter()).render(parcel(), new Sscc(DIGITS), language);

        assertThat(PdfReading.of(label).blocks()).contains(carrier, number, sscc);
        DocumentWords other = ParcelLabel.words(language.equals("de") ? "fr" : "de");
        assertThat(ParcelLabelCheck.differences(label, parcel(), new Sscc(DIGITS), other))
                .as("read back in another language")
                .hasValueSatisfying(difference -> assertThat(difference).contains("caption"));
    }

    @Test
    void isPrintedAsABarcodeThatScannersReadAsAnSscc() throws Exception {
        byte[] label = new ParcelLabel(new Pages(), new PdfPrinter()).render(parcel(), new Sscc(DIGITS), "en");

        Result read = scanned(label);
        assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
        assertThat(read.getText()).isEqualTo("]C100" + DIGITS);
        assertThat(PdfReading.of(label).blocks())
                .contains("(00) " + DIGITS, "1Z999AA10123456784")
                .noneMatch(text -> text.contains("GmbH"));
        assertThat(new ParcelLabel(new Pages(), new PdfPrinter()).render(parcel(), new Sscc(DIGITS), "en"))
                .isEqualTo(label);
    }

    private static Result scanned(byte[] label) throws Exception {
        BufferedImage page = picture(label);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))),
                        // a scanner says by ]C1 that the first sign was FNC1
                        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ASSUME_GS1, true));
    }

    private static BufferedImage picture(byte[] label) throws IOException {
        try (PDDocument document = Loader.loadPDF(label)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 203);
        }
    }

    private static ParcelBoard.Row parcel() {
        UUID id = new UUID(0, 1);
        return new ParcelBoard.Row(
                new PackageId(id),
                new PurchaseOrderId(id),
                new SalesOrderId(id),
                new SupplierId(id),
                "S-1",
                "UPS",
                "ups",
                "1Z999AA10123456784",
                null,
                750,
                DIGITS,
                null,
                Instant.parse("2026-03-02T10:00:00Z"));
    }
}
