package dev.baton.platform.facts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How words are compared that people write in many ways: "São Paulo", "sao-paulo" and "SAO PAULO" are one. */
public final class FoldedWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FoldedWords() {}

    /**
     * The text without accents, in lower case, "&amp;" as "and", every run of other signs one blank; empty where no
     * letter or digit is left.
     */
    public static String fold(String text) {
        String spelled = Normalizer.normalize(text, Normalizer.Form.NFKD).replace("&", " and ");
        String bare = MARKS.matcher(spelled).replaceAll("");
        return SIGNS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
