package dev.baton.sourcing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns amounts into micros of the book currency, rounding each once, half-even; and refuses those so large that a sum
 * over the order could overflow, so that the search itself can add without checking.
 */
final class Exchange {
    /** A currency worth a trillion of another does not exist; the limit keeps a remainder times a rate inside a long. */
    static final long HIGHEST_RATE_MICROS = 1_000_000_000_000L;

    /** A trillion of anything is a typing error; the limit keeps a price in micros inside a long. */
    static final long HIGHEST_PRICE_MINOR = 1_000_000_000_000L;

    static final long OUT_OF_RANGE = -1;
    static final long NO_RATE = 0;
    static final long ONE = 1_000_000;

    private static final Map<String, Long> MICROS_PER_MINOR = table();

    private final FxRates rates;
    private final long ceiling;

    Exchange(FxRates rates, long ceiling) {
        this.rates = rates;
        this.ceiling = ceiling;
    }

    /** Book micros per 10⁶ micros of a currency, or {@link #NO_RATE}. */
    long rateOf(String currency) {
        if (currency.equals(rates.bookCurrency())) {
            return ONE;
        }
        FxRate rate = rates.byCurrency().get(currency);
        return rate == null ? NO_RATE : rate.rateMicros();
    }

    /** The rates in the order of their currencies, with the one for this currency among them if it needs one. */
    List<FxRate> noted(String currency, List<FxRate> used) {
        FxRate rate = currency.equals(rates.bookCurrency())
                ? null
                : rates.byCurrency().get(currency);
        if (rate == null || used.contains(rate)) {
            return used;
        }
        List<FxRate> more = new ArrayList<>(used);
        more.add(rate);
        more.sort(Comparator.comparing(FxRate::currency));
        return more;
    }

    /** A foreign amount in book micros, or {@link #OUT_OF_RANGE}. */
    long toBook(long micros, long rate) {
        if (rate == ONE) {
            return micros <= ceiling ? micros : OUT_OF_RANGE;
        }
        long whole = micros / ONE;
        if (whole > ceiling / rate) {
            return OUT_OF_RANGE;
        }
        long fraction = (micros % ONE) * rate;
        long floor = whole * rate + fraction / ONE;
        long twice = 2 * (fraction % ONE);
        boolean up = twice > ONE || (twice == ONE && (floor & 1) == 1);
        long book = up ? floor + 1 : floor;
        return book <= ceiling ? book : OUT_OF_RANGE;
    }

    /** Units times unit cost in book micros, or {@link #OUT_OF_RANGE}. */
    long toBook(long units, long unitMicros, long rate) {
        if (unitMicros != 0 && units > Long.MAX_VALUE / unitMicros) {
            return OUT_OF_RANGE;
        }
        return toBook(units * unitMicros, rate);
    }

    boolean isOverCeiling(long count, long each) {
        return each != 0 && count > ceiling / each;
    }

    /** Minor units of a currency that has a rate, in book micros, or {@link #OUT_OF_RANGE}. */
    long minorToBook(long minor, String currency) {
        return minor == 0 ? 0 : toBook(minor * microsPerMinor(currency), rateOf(currency));
    }

    /** A merchant's penalty, which is small by its own limit, in book micros. */
    long penalty(long minor) {
        return minor == 0 ? 0 : minor * microsPerMinor(rates.bookCurrency());
    }

    /** @throws IllegalArgumentException if the currency is not ISO 4217 */
    static long microsPerMinor(String currency) {
        Long each = MICROS_PER_MINOR.get(currency);
        if (each == null) {
            throw new IllegalArgumentException("not a currency of ISO 4217: " + currency);
        }
        return each;
    }

    /** @throws IllegalArgumentException if the amount is negative or beyond the limit, or the currency unknown */
    static void refuseUnlessPrice(long minor, String currency) {
        if (minor < 0 || minor > HIGHEST_PRICE_MINOR) {
            throw new IllegalArgumentException("price out of range: " + minor + " " + currency);
        }
        microsPerMinor(currency);
    }

    /** Digits after the point in which a currency is written, for instance 2. */
    static int digits(String currency) {
        int digits = 6;
        for (long rest = microsPerMinor(currency); rest > 1; rest /= 10) {
            digits--;
        }
        return digits;
    }

    private static Map<String, Long> table() {
        Map<String, Long> all = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            long each = ONE;
            for (int i = 0; i < currency.getDefaultFractionDigits(); i++) {
                each /= 10;
            }
            all.put(currency.getCurrencyCode(), each);
        }
        return Map.copyOf(all);
    }
}
