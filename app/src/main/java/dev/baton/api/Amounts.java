package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Micros;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as the API writes them: decimal texts, never rounded silently. */
final class Amounts {

    private static final BigDecimal WHOLE_BPS = new BigDecimal(10_000);
    private static final int MICROS_DECIMALS = 6;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    private Amounts() {}

    /**
     * Minor units of an amount.
     *
     * @throws Problem INVALID_FIELD when it is no decimal, or finer than the currency
     */
    static long minor(String field, String text, String currency) {
        int decimals;
        try {
            decimals = Money.digits(currency);
        } catch (IllegalArgumentException unknown) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    currency + " is no currency: use an ISO 4217 code such as EUR.",
                    "currency");
        }
        return decimal(field, text, decimals).movePointRight(decimals).longValueExact();
    }

    /**
     * Millionths of an amount, for unit costs and rates.
     *
     * @throws Problem INVALID_FIELD when it is no decimal, or finer than a millionth
     */
    static long micros(String field, String text) {
        return decimal(field, text, MICROS_DECIMALS)
                .movePointRight(MICROS_DECIMALS)
                .longValueExact();
    }

    private static BigDecimal decimal(String field, String text, int decimals) {
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong(field, "a decimal such as \"12.34\" with a point and at most 15 digits before it");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > decimals) {
            throw wrong(field, "a decimal with at most " + decimals + " digits after the point");
        }
        try {
            value.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw wrong(field, "a smaller amount");
        }
        return value;
    }

    private static Problem wrong(String field, String wanted) {
        return new Problem(CommonProblem.INVALID_FIELD, field + " cannot be read: it must be " + wanted + ".", field);
    }

    static String ofMinor(long minor, String currency) {
        return new Money(minor, currency).toDecimal();
    }

    static String ofMicros(long micros) {
        return Micros.format(micros);
    }

    /**
     * Hundredths of a per cent; null for null.
     *
     * @throws Problem INVALID_FIELD when it is no decimal, or finer than a hundredth
     */
    static @Nullable Integer bps(String field, @Nullable String percent) {
        if (percent == null) {
            return null;
        }
        BigDecimal value = decimal(field, percent, 2).movePointRight(2);
        if (value.signum() < 0 || value.compareTo(WHOLE_BPS) > 0) {
            throw wrong(field, "a share of 0 to 100 per cent, such as \"12.5\"");
        }
        return value.intValueExact();
    }

    static @Nullable String ofBps(@Nullable Integer bps) {
        return bps == null
                ? null
                : BigDecimal.valueOf(bps, 2).stripTrailingZeros().toPlainString();
    }
}
