package dev.baton.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of the documents, in the order in which they are asked for a letter. Another script is one line more; those of
 * ten thousand letters come last, so that a document with a tick in it does not parse them.
 */
enum FontFile {
    LATIN("NotoSans-Regular.ttf", "Latin", 400),
    LATIN_BOLD("NotoSans-Bold.ttf", "Latin", 700),
    ARABIC("NotoSansArabic-Regular.ttf", "Arabic", 400),
    ARABIC_BOLD("NotoSansArabic-Bold.ttf", "Arabic", 700),
    HEBREW("NotoSansHebrew-Regular.ttf", "Hebrew", 400),
    HEBREW_BOLD("NotoSansHebrew-Bold.ttf", "Hebrew", 700),
    THAI("NotoSansThai-Regular.ttf", "Thai", 400),
    THAI_BOLD("NotoSansThai-Bold.ttf", "Thai", 700),
    SYMBOLS("NotoSansSymbols2-Regular.ttf", "Symbols", 400),
    CHINESE_JAPANESE("DroidSansFallbackFull.ttf", "Han", 400),
    KOREAN("NanumGothic.ttf", "Hangul", 400);

    /** What a style sheet asks for. */
    static final String FAMILIES =
            Arrays.stream(values()).map(FontFile::family).distinct().collect(Collectors.joining(","));

    private final String file;
    private final String family;
    private final int weight;

    FontFile(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    byte[] bytes() {
        try (InputStream in = FontFile.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static TrueTypeFont parse(byte[] bytes) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // ligatures are looked for by expressions compiled anew for each word, a quarter of the time of a page;
            // Arabic is joined before it comes here
            font.setEnableGsub(false);
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
