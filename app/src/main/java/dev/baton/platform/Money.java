package dev.baton.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An amount of money.
 *
 * @param minor minor units of the currency (cents for EUR, yen for JPY), may be negative
 * @param currency ISO 4217 code, upper case
 */
public record Money(long minor, String currency) {

    private static final Map<String, Integer> DIGITS = new ConcurrentHashMap<>();

    /**
     * Reads a decimal text such as {@code "12.34"}; more decimals than the currency has are rounded half-even.
     *
     * @throws IllegalArgumentException when the text is no number, too large, or the currency is unknown
     */
    public static Money parse(String decimal, String currency) {
        BigDecimal scaled = new BigDecimal(decimal.strip())
                .setScale(digits(currency), RoundingMode.HALF_EVEN)
                .movePointRight(digits(currency));
        try {
            return new Money(scaled.longValueExact(), currency);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("amount is too large: " + decimal, tooLarge);
        }
    }

    /** The amount as a decimal text with the currency's own number of decimals, such as {@code "12.34"}. */
    public String toDecimal() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /**
     * The number of decimals of a currency by ISO 4217.
     *
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static int digits(String currency) {
        return DIGITS.computeIfAbsent(
                currency, code -> Math.max(0, Currency.getInstance(code).getDefaultFractionDigits()));
    }
}
