package dev.baton.platform.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a postcode apart and sets it again as its post does. */
final class PostcodeText {
    private static final Set<String> NOTHING = Set.of(
            "", "NA", "NONE", "NULL", "NIL", "UNDEFINED", "NAN", "NOZIP", "NOPOSTCODE", "NOTAPPLICABLE", "XXXXX");

    private PostcodeText() {}

    /** Only its letters and digits, in capitals and ASCII: digits of other scripts are turned, other signs dropped. */
    static String compact(String raw) {
        StringBuilder compact = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFKC).codePoints().forEach(sign -> {
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                compact.append(digit);
            } else if (sign < 0x80 && Character.isLetter(sign)) {
                compact.appendCodePoint(sign);
            }
        });
        return compact.toString().toUpperCase(Locale.ROOT);
    }

    /** True for what shops write where a form insists and the customer has none: "-", "N/A", "00000". */
    static boolean saysNothing(String raw) {
        String compact = compact(raw);
        return NOTHING.contains(compact) || compact.chars().allMatch(sign -> sign == '0');
    }

    /**
     * The compact postcode in this layout, with O and 0, I and 1 put right where the layout knows better; null where it
     * does not fit. A prefix of letters the layout starts with may be missing.
     */
    static @Nullable String set(String compact, String layout) {
        String set = fit(compact, layout);
        int letters = lettersAhead(layout);
        return set == null && letters > 0 ? fit(layout.substring(0, letters) + compact, layout) : set;
    }

    private static @Nullable String fit(String compact, String layout) {
        StringBuilder set = new StringBuilder(layout.length());
        int at = 0;
        for (int i = 0; i < layout.length(); i++) {
            char wanted = layout.charAt(i);
            if (wanted == ' ' || wanted == '-') {
                set.append(wanted);
                continue;
            }
            char sign = at < compact.length() ? fitting(compact.charAt(at++), wanted) : 0;
            if (sign == 0) {
                return null;
            }
            set.append(sign);
        }
        return at == compact.length() ? set.toString() : null;
    }

    /** The sign as the layout wants it, 0 where it cannot be. */
    private static char fitting(char sign, char wanted) {
        boolean digit = sign >= '0' && sign <= '9';
        return switch (wanted) {
            case '9' -> digit ? sign : sign == 'O' ? '0' : sign == 'I' ? '1' : 0;
            case 'a' -> !digit ? sign : sign == '0' ? 'O' : sign == '1' ? 'I' : 0;
            case 'x' -> sign;
            default -> sign == wanted ? sign : 0;
        };
    }

    private static int lettersAhead(String layout) {
        int letters = 0;
        while (letters < layout.length() && layout.charAt(letters) >= 'A' && layout.charAt(letters) <= 'Z') {
            letters++;
        }
        return letters;
    }
}
