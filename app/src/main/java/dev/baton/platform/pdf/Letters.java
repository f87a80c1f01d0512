package dev.baton.platform.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Which characters the fonts can show. */
final class Letters {

    private static final BitSet SHOWN = collect();

    private Letters() {}

    static boolean shown(int character) {
        return SHOWN.get(character);
    }

    private static BitSet collect() {
        BitSet shown = new BitSet(Character.MAX_CODE_POINT);
        for (FontFile file : FontFile.values()) {
            // a bold face shows no character its regular one lacks
            if (file.weight() == 400) {
                collect(file, shown);
            }
        }
        return shown;
    }

    private static void collect(FontFile file, BitSet shown) {
        try (TrueTypeFont font = FontFile.parse(file.bytes())) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int character = ' '; character <= 0x1FFFF; character++) {
                if (glyphs.getGlyphId(character) != 0) {
                    shown.set(character);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
