package dev.baton.shipping;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A serial shipping container code: the number of one parcel or pallet, for ever its own. 18 digits, of which the last is
 * a check digit. Source: GS1 General Specifications, 2.2.1 and 7.9.1.
 *
 * @param digits all 18
 */
public record Sscc(String digits) {

    private static final Pattern DIGITS = Pattern.compile("\\d{18}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    /** What a scanner or a label puts before it to say that an SSCC follows. */
    private static final Pattern PREFIX = Pattern.compile("\\(00\\)|\\[00\\]|00(?=\\d{18}$)");

    public Sscc {
        if (!DIGITS.matcher(digits).matches() || !checks(digits)) {
            throw new IllegalArgumentException("18 digits of which the last is the check digit");
        }
    }

    /**
     * Reads one as people and scanners write it: with blanks or dashes, with (00) or 00 before it.
     *
     * @return empty when there are not 18 digits, or the check digit is wrong
     */
    public static Optional<Sscc> read(String text) {
        String bare = PREFIX.matcher(BETWEEN.matcher(text).replaceAll("")).replaceFirst("");
        return DIGITS.matcher(bare).matches() && checks(bare) ? Optional.of(new Sscc(bare)) : Optional.empty();
    }

    /** How people read it under its bars. */
    public String shown() {
        return "(00) " + digits;
    }

    /** Weights 3, 1, 3 … from the first of 17 digits; the sum with the check digit is a multiple of ten. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }
}
