package dev.baton.world.reading;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares texts that went through layout: line breaks, spacing and case may change, letters may not. */
final class Words {

    private Words() {}

    /** Whether the text holds the words; absent or empty words are in every text. */
    static boolean has(String text, @Nullable String words) {
        return words == null || plain(text).contains(plain(words));
    }

    /** Letters, digits and signs without spacing, in lower case, in composed form. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00AD\\u200B-\\u200F\\u2060]+", "");
    }
}
