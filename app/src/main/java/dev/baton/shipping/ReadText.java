package dev.baton.shipping;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Looks for words in a text that was read from a document. */
final class ReadText {

    private ReadText() {}

    /** Without what printing changes: case, the shapes of letters, how many spaces part the words. */
    static String plain(String text) {
        return Normalizer.normalize(text, Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** How often the words stand in the text with nothing but signs and spaces around. */
    static int words(String wanted, String text) {
        int found = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            found += begins && ends ? 1 : 0;
        }
        return found;
    }
}
