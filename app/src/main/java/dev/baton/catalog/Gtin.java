package dev.baton.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The Global Trade Item Number printed under a barcode. GTIN-8, UPC-A (12), EAN-13 and GTIN-14 are one number of
 * different lengths: filled with zeros in front they are equal. Source: GS1 General Specifications 24, sections 3.3
 * and 7.9 (check digit).
 */
public final class Gtin {

    private static final int LENGTH = 14;
    private static final String ZEROS = "0".repeat(LENGTH);

    private Gtin() {}

    /**
     * The number in 14 digits; null when it is none: another length than 8, 12, 13 or 14 digits, a wrong check
     * digit, nothing but zeros. Spaces and hyphens between the digits are passed over.
     */
    public static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.replace(" ", "").replace("-", "");
        boolean length = digits.length() == 8 || (digits.length() >= 12 && digits.length() <= LENGTH);
        if (!length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String whole = ZEROS.substring(digits.length()) + digits;
        return checks(whole) && !whole.equals(ZEROS) ? whole : null;
    }

    /** Digits weigh 3 and 1 in turn from the left of fourteen; with the last one the sum is a multiple of ten. */
    private static boolean checks(String fourteen) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += (fourteen.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }
}
