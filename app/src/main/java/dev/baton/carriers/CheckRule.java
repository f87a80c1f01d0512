package dev.baton.carriers;

import java.util.Locale;

/** How a check digit follows from what it guards. Each rule names the standard or carrier it comes from. */
enum CheckRule {
    /** The number carries no check digit we know of. */
    NONE {
        @Override
        char expected(String counted) {
            throw new IllegalStateException("A number without a check digit cannot be checked");
        }
    },
    /** GS1 General Specifications 7.9: mod 10, weights 3 and 1 beginning with 3 at the right. USPS, Canada Post, SSCC. */
    GS1 {
        @Override
        char expected(String counted) {
            int sum = 0;
            for (int i = 0; i < counted.length(); i++) {
                int weight = (counted.length() - i) % 2 == 1 ? 3 : 1;
                sum += weight * digit(counted, i);
            }
            return complementOfTen(sum);
        }
    },
    /** UPS: every second place from the left doubled, not cross-summed; a letter counts as its ASCII code less 3, mod 10. */
    UPS {
        @Override
        char expected(String counted) {
            int sum = 0;
            for (int i = 0; i < counted.length(); i++) {
                char sign = counted.charAt(i);
                int value = sign >= 'A' ? (sign - 3) % 10 : digit(counted, i);
                sum += i % 2 == 1 ? 2 * value : value;
            }
            return complementOfTen(sum);
        }
    },
    /** FedEx: weights 1, 3, 7 from the right, sum mod 11, where 10 is written 0. */
    FEDEX {
        @Override
        char expected(String counted) {
            int sum = 0;
            for (int i = 0; i < counted.length(); i++) {
                sum += FEDEX_WEIGHTS[(counted.length() - 1 - i) % 3] * digit(counted, i);
            }
            return asDigit(sum % 11 % 10);
        }
    },
    /** DHL Express: the number before it modulo 7. */
    MOD7 {
        @Override
        char expected(String counted) {
            return asDigit((int) (Long.parseLong(counted) % 7));
        }
    },
    /** ISO/IEC 7812-1 annex B (Luhn). */
    LUHN {
        @Override
        char expected(String counted) {
            int sum = 0;
            for (int i = 0; i < counted.length(); i++) {
                int value = digit(counted, i);
                boolean doubled = (counted.length() - i) % 2 == 1;
                int counts = doubled ? 2 * value : value;
                sum += counts > 9 ? counts - 9 : counts;
            }
            return complementOfTen(sum);
        }
    },
    /** UPU S10: weights 8 6 4 2 3 5 9 7, 11 less the sum mod 11; 10 is written 0 and 11 is written 5. */
    S10 {
        @Override
        char expected(String counted) {
            int sum = 0;
            for (int i = 0; i < S10_WEIGHTS.length; i++) {
                sum += S10_WEIGHTS[i] * digit(counted, i);
            }
            int check = 11 - sum % 11;
            return switch (check) {
                case 10 -> '0';
                case 11 -> '5';
                default -> asDigit(check);
            };
        }
    },
    /** ISO/IEC 7064 MOD 37,36: digits and letters. DPD. */
    ISO7064 {
        @Override
        char expected(String counted) {
            int product = 36;
            for (int i = 0; i < counted.length(); i++) {
                int sum = (Character.digit(counted.charAt(i), 36) + product) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
            return Character.toUpperCase(Character.forDigit((37 - product) % 36, 36));
        }
    };

    private static final int[] FEDEX_WEIGHTS = {1, 3, 7};
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    /**
     * The check digit this text must be followed by.
     *
     * @throws IllegalStateException for {@link #NONE}
     */
    abstract char expected(String counted);

    static CheckRule named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static char complementOfTen(int sum) {
        return asDigit((10 - sum % 10) % 10);
    }

    private static char asDigit(int value) {
        return (char) ('0' + value);
    }
}
