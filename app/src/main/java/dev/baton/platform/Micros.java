package dev.baton.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Unit costs and rates: whole numbers of 10⁻⁶ of a currency unit, rounded half-even at one place only. */
public final class Micros {

    private static final int SCALE = 6;

    private Micros() {}

    /**
     * Reads a decimal text such as {@code "3.4025"}.
     *
     * @throws IllegalArgumentException when the text is no number or too large
     */
    public static long parse(String decimal) {
        try {
            return new BigDecimal(decimal.strip())
                    .setScale(SCALE, RoundingMode.HALF_EVEN)
                    .movePointRight(SCALE)
                    .longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("amount is too large: " + decimal, tooLarge);
        }
    }

    /** The value as a decimal text with no needless zeros beyond two decimals. */
    public static String format(long micros) {
        BigDecimal value = BigDecimal.valueOf(micros, SCALE).stripTrailingZeros();
        return (value.scale() < 2 ? value.setScale(2) : value).toPlainString();
    }

    /** Minor units of the currency, rounded half-even. */
    public static long toMinor(long micros, String currency) {
        return BigDecimal.valueOf(micros, SCALE)
                .movePointRight(Money.digits(currency))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Micros of a currency's minor units. */
    public static long ofMinor(long minor, String currency) {
        return BigDecimal.valueOf(minor, Money.digits(currency))
                .movePointRight(SCALE)
                .longValueExact();
    }
}
