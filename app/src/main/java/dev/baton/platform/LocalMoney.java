package dev.baton.platform;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Amounts as people of a language write them, for mails, pages and paper: {@code 1.234,50} in German, {@code 1,234.50} in
 * English. Nothing in them breaks at the end of a line. Tables and calls of programmes have {@link Money} and {@link
 * Micros}.
 */
public final class LocalMoney {

    private static final String SPACE = "\u00a0";

    /** Digits of a unit cost at most. */
    private static final int FINEST = 6;

    private LocalMoney() {}

    /**
     * An amount beside its currency's code, which reads the same wherever a dollar is spent.
     *
     * @param amount exact; no digit is dropped up to the sixth
     * @param currency ISO 4217
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static String of(BigDecimal amount, String currency, Locale locale) {
        return number(amount, currency, locale) + SPACE + currency;
    }

    /** As above, of 10⁻⁶ of a currency unit. */
    public static String ofMicros(long micros, String currency, Locale locale) {
        return of(BigDecimal.valueOf(micros, FINEST), currency, locale);
    }

    /** The amount alone, where its currency stands elsewhere. */
    public static String number(BigDecimal amount, String currency, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        if (Character.isSpaceChar(symbols.getGroupingSeparator())) {
            // fonts of paper and of mail readers lack the narrow one
            symbols.setGroupingSeparator(SPACE.charAt(0));
            format.setDecimalFormatSymbols(symbols);
        }
        format.setMinimumFractionDigits(Money.digits(currency));
        format.setMaximumFractionDigits(FINEST);
        return format.format(amount);
    }
}
