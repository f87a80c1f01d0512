package dev.baton.platform.address;

import java.util.Locale;
import java.util.Set;

/** Finds what programs print for a missing value, alone or between commas. A person called Jane Null is not meant. */
final class LiteralNull {
    private static final Set<String> WORDS = Set.of("null", "(null)", "<null>", "undefined", "null null", "#n/a");
    private static final int LONGEST_WORD = 9;

    private LiteralNull() {}

    static boolean isIn(String text) {
        for (int from = 0; from <= text.length(); ) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            if (isNull(text, from, end)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private static boolean isNull(String text, int from, int end) {
        String part = text.substring(from, end).strip();
        return part.length() >= 4 && part.length() <= LONGEST_WORD && WORDS.contains(part.toLowerCase(Locale.ROOT));
    }
}
