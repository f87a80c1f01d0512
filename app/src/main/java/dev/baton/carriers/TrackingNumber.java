package dev.baton.carriers;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A tracking number as it came and as it is compared.
 *
 * @param raw verbatim, with whatever the supplier wrote around it
 * @param normalised the number alone: no blanks, dashes or dots, capitals, ASCII digits; what a carrier's page and the
 *     store are given
 */
public record TrackingNumber(String raw, String normalised) {

    /** Longer text is no tracking number; the longest barcode known has 42 signs. */
    static final int LONGEST_TEXT = 200;

    /** Takes the whole text to be the number. {@link TrackingNumbers} also finds a number with words around it. */
    public static TrackingNumber of(String raw) {
        return new TrackingNumber(raw, compact(raw));
    }

    static String compact(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder number = new StringBuilder(plain.length());
        plain.codePoints().filter(sign -> !isFiller(sign)).forEach(number::appendCodePoint);
        return number.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(sign -> sign < 0x80);
    }

    /** Blanks, dashes, dots and underscores people set in groups, quotes of CSV, stars of Code 39, marks without width. */
    private static boolean isFiller(int sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.DASH_PUNCTUATION
                || Character.getType(sign) == Character.FORMAT
                || "._'\"*\u00b7\u2212".indexOf(sign) >= 0;
    }
}
