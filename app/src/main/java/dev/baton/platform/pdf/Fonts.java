package dev.baton.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts, parsed. A parsed font is read by one document at a time; the bytes below are shared by all. */
final class Fonts {

    private static final Map<FontFile, byte[]> BYTES = read();

    private final Map<FontFile, TrueTypeFont> parsed = new EnumMap<>(FontFile.class);

    /** Lets a document use all of them; those it has no letter of are not touched. */
    void offerTo(PdfRendererBuilder builder, PDDocument document) {
        for (FontFile font : FontFile.values()) {
            builder.useFont(
                    new PDFontSupplier(null) {
                        @Override
                        public PDFont supply() {
                            return load(document, font);
                        }
                    },
                    font.family(),
                    font.weight(),
                    FontStyle.NORMAL,
                    true);
        }
    }

    private PDFont load(PDDocument document, FontFile font) {
        try {
            return PDType0Font.load(document, of(font), true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private TrueTypeFont of(FontFile font) {
        return parsed.computeIfAbsent(font, file -> FontFile.parse(bytes(file)));
    }

    static byte[] bytes(FontFile font) {
        byte[] bytes = BYTES.get(font);
        if (bytes == null) {
            throw new IllegalStateException("no such font");
        }
        return bytes;
    }

    private static Map<FontFile, byte[]> read() {
        Map<FontFile, byte[]> bytes = new EnumMap<>(FontFile.class);
        for (FontFile font : FontFile.values()) {
            bytes.put(font, font.bytes());
        }
        return bytes;
    }
}
