package dev.baton.world.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.baton.world.http.Body;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF as whoever gets it can read it.
 *
 * @param text the words of all pages
 * @param hidden title, author and whatever else stands in its metadata
 * @param colours every colour it is drawn in, {@code #rrggbb}, and the mean colour of every picture
 * @param barcode what a scanner reads on the first page; empty when there is none or nobody looked
 */
record Sheet(String text, String hidden, List<String> colours, Optional<String> barcode) {

    private static final float SCANNER_DPI = 200;

    /** What a hand scanner in a warehouse is set to. */
    private static final Map<DecodeHintType, ?> SCANNER = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.EAN_13, BarcodeFormat.QR_CODE));

    /**
     * Reads a PDF.
     *
     * @param scan whether to look for a bar code, which takes far longer than the rest
     * @throws IllegalArgumentException when it is none
     */
    static Sheet read(Body pdf, boolean scan) {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            List<String> colours = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                colours.addAll(drawn(page));
                colours.addAll(pictures(page));
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return new Sheet(
                    stripper.getText(document),
                    hidden(document),
                    colours,
                    scan
                            ? scanned(new PDFRenderer(document).renderImageWithDPI(0, SCANNER_DPI, ImageType.GRAY))
                            : Optional.empty());
        } catch (IOException e) {
            throw new IllegalArgumentException("no readable PDF: " + e.getMessage(), e);
        }
    }

    private static String hidden(PDDocument document) throws IOException {
        PDDocumentInformation about = document.getDocumentInformation();
        StringBuilder all = new StringBuilder();
        for (String key : about.getMetadataKeys()) {
            all.append(key)
                    .append(' ')
                    .append(about.getCustomMetadataValue(key))
                    .append('\n');
        }
        PDMetadata xmp = document.getDocumentCatalog().getMetadata();
        if (xmp != null) {
            all.append(Body.of(xmp.toByteArray()).text());
        }
        return all.toString();
    }

    private static List<String> drawn(PDPage page) throws IOException {
        List<String> colours = new ArrayList<>();
        List<Object> before = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator) {
                boolean paints = List.of("rg", "RG", "sc", "SC", "scn", "SCN").contains(operator.getName());
                if (paints && before.size() == 3) {
                    colours.add(colour(before));
                }
                before.clear();
            } else {
                before.add(token);
            }
        }
        return colours;
    }

    private static String colour(List<Object> parts) {
        StringBuilder hex = new StringBuilder("#");
        for (Object part : parts) {
            float share = part instanceof COSNumber number ? number.floatValue() : 0;
            hex.append(String.format(Locale.ROOT, "%02x", Math.round(share * 255)));
        }
        return hex.toString();
    }

    private static List<String> pictures(PDPage page) throws IOException {
        List<String> colours = new ArrayList<>();
        if (page.getResources() == null) {
            return colours;
        }
        for (COSName name : page.getResources().getXObjectNames()) {
            PDXObject object = page.getResources().getXObject(name);
            if (object instanceof PDImageXObject picture) {
                colours.add(Pictures.mean(picture.getImage()));
            }
        }
        return colours;
    }

    private static Optional<String> scanned(BufferedImage page) {
        try {
            BinaryBitmap seen = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));
            return Optional.of(new MultiFormatReader().decode(seen, SCANNER).getText());
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }
}
