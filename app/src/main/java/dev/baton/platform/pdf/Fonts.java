package dev.baton.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts one document is printed with. A parsed font is read by one document at a time; those that served well wait for
 * the next. There are never more of one than documents were printed at once.
 */
final class Fonts {

    private static final Map<FontFile, Deque<TrueTypeFont>> IDLE = new EnumMap<>(FontFile.class);

    private final Map<FontFile, TrueTypeFont> taken = new EnumMap<>(FontFile.class);

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

    /** Keeps what the document used for the next one; called once it is printed, and only when it went well. */
    void giveBack() {
        synchronized (IDLE) {
            taken.forEach((file, font) ->
                    IDLE.computeIfAbsent(file, none -> new ArrayDeque<>()).push(font));
        }
        taken.clear();
    }

    private PDFont load(PDDocument document, FontFile font) {
        try {
            return PDType0Font.load(document, taken.computeIfAbsent(font, Fonts::take), true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static TrueTypeFont take(FontFile file) {
        synchronized (IDLE) {
            Deque<TrueTypeFont> waiting = IDLE.get(file);
            if (waiting != null && !waiting.isEmpty()) {
                return waiting.pop();
            }
        }
        return FontFile.parse(file.bytes());
    }
}
