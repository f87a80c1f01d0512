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
 * the next. A parsed font of ten thousand letters holds its file twice and a table of its letters beside it: one of each is
 * kept, and a second document that needs it at the same moment parses it anew.
 */
final class Fonts {

    /** From here on only one of a font is kept. Bytes. */
    private static final int LARGE = 1_000_000;

    private static final int KEPT = 4;

    private static final Map<FontFile, Deque<Parsed>> IDLE = new EnumMap<>(FontFile.class);

    private final Map<FontFile, Parsed> taken = new EnumMap<>(FontFile.class);

    /** A font and how many bytes its file has. */
    private record Parsed(TrueTypeFont font, int bytes) {}

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
            taken.forEach((file, parsed) -> {
                Deque<Parsed> waiting = IDLE.computeIfAbsent(file, none -> new ArrayDeque<>());
                if (waiting.size() < (parsed.bytes() < LARGE ? KEPT : 1)) {
                    waiting.push(parsed);
                }
            });
        }
        taken.clear();
    }

    private PDFont load(PDDocument document, FontFile font) {
        try {
            return PDType0Font.load(
                    document, taken.computeIfAbsent(font, Fonts::take).font(), true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Parsed take(FontFile file) {
        synchronized (IDLE) {
            Deque<Parsed> waiting = IDLE.get(file);
            if (waiting != null && !waiting.isEmpty()) {
                return waiting.pop();
            }
        }
        byte[] bytes = file.bytes();
        return new Parsed(FontFile.parse(bytes), bytes.length);
    }
}
