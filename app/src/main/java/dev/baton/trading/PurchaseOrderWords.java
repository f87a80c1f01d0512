package dev.baton.trading;

import dev.baton.platform.LocalMoney;
import dev.baton.platform.Micros;
import dev.baton.platform.Money;
import dev.baton.platform.pdf.DocumentWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a purchase order's amounts and times are written in the supplier's language and zone. */
record PurchaseOrderWords(DocumentWords words, ZoneId zone) {

    private static final int MICRO = 6;

    static PurchaseOrderWords of(String language, ZoneId zone) {
        return new PurchaseOrderWords(DocumentWords.of("purchase_order", language), zone);
    }

    /** The cost of a unit, exact to the last agreed digit. */
    String unitCost(long micros, String currency) {
        return LocalMoney.number(BigDecimal.valueOf(micros, MICRO), currency, words.locale());
    }

    /** What a quantity costs, rounded to the currency's smallest coin. */
    String cost(long unitCostMicros, int quantity, String currency) {
        return LocalMoney.number(
                amount(costMinor(unitCostMicros, quantity, currency), currency), currency, words.locale());
    }

    String total(long minor, String currency) {
        return LocalMoney.of(amount(minor, currency), currency, words.locale());
    }

    static long costMinor(long unitCostMicros, int quantity, String currency) {
        return Micros.toMinor(Math.multiplyExact(unitCostMicros, quantity), currency);
    }

    /** A day in the supplier's zone. */
    String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(instant.atZone(zone));
    }

    /** A weekday, day and time in the supplier's zone. */
    String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale())
                        .format(instant.atZone(zone))
                + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone));
    }

    /** The country's name beside its code; the code alone where it is no country's. */
    @Nullable
    String country(@Nullable String code) {
        if (code == null || code.length() != 2) {
            return code;
        }
        String name = Locale.of("", code).getDisplayCountry(locale());
        return name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")";
    }

    private Locale locale() {
        // plain English dates read day first, as everywhere but in the United States
        return words.language().equals("en") ? Locale.UK : words.locale();
    }

    private static BigDecimal amount(long minor, String currency) {
        return BigDecimal.valueOf(minor, Money.digits(currency));
    }
}
