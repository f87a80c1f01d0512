package dev.baton.console;

import dev.baton.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a page says times and amounts.
 *
 * @param now the moment the page was made
 * @param zone the merchant's
 */
public record Moments(Instant now, ZoneId zone) {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int MICRO_DIGITS = 6;
    private static final int WEEK_HOURS = 7 * 24;

    /** "3 h ago" or "in 2 d"; what is more than a week away as a day. */
    public String ago(Instant moment) {
        Duration passed = Duration.between(moment, now);
        boolean ahead = passed.isNegative();
        Duration way = passed.abs();
        if (way.compareTo(Duration.ofMinutes(1)) < 0) {
            return ahead ? "in a moment" : "just now";
        }
        if (way.toHours() >= WEEK_HOURS) {
            return DAY.format(moment.atZone(zone));
        }
        String length = words(way);
        return ahead ? "in " + length : length + " ago";
    }

    /** How long ago, such as "5 h". */
    public String length(Instant since) {
        return words(Duration.between(since, now));
    }

    private static String words(Duration way) {
        return way.toHours() < 1
                ? way.toMinutes() + " min"
                : way.toDays() < 2 ? way.toHours() + " h" : way.toDays() + " d";
    }

    /** To the second, with the zone. */
    public String exact(Instant moment) {
        return EXACT.format(moment.atZone(zone)) + " " + zone.getId();
    }

    /** To the minute. */
    public String at(Instant moment) {
        return SHORT.format(moment.atZone(zone));
    }

    /** As machines read it. */
    public String machine(Instant moment) {
        return moment.toString();
    }

    /** The merchant's day at the moment the page was made. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** A day. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A figure, its thousands apart as in the pages' language: 10,000. */
    public static String counted(long figure) {
        return String.format(Locale.ENGLISH, "%,d", figure);
    }

    /** A figure and what it counts: 1 order, 10,000 orders. */
    public static String counted(long figure, String one, String many) {
        return counted(figure) + " " + (figure == 1 ? one : many);
    }

    /** With its currency. */
    public String money(long minor, String currency) {
        return grouped(new BigDecimal(new Money(minor, currency).toDecimal())) + " " + currency;
    }

    private static String grouped(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,." + amount.scale() + "f", amount);
    }

    /** The same for a list, which exports the number by itself. */
    Cell amount(long minor, String currency) {
        return new Cell.Amount(
                money(minor, currency), new BigDecimal(new Money(minor, currency).toDecimal()), currency);
    }

    /** An amount in 10⁻⁶ of a currency for a list. */
    Cell amountOfMicros(long micros, String currency) {
        return new Cell.Amount(
                micros(micros, currency),
                BigDecimal.valueOf(micros, MICRO_DIGITS)
                        .setScale(Math.max(Money.digits(currency), 2), RoundingMode.HALF_EVEN),
                currency);
    }

    /** An amount in 10⁻⁶ of a currency, rounded half-even to what the currency has. */
    public String micros(long micros, String currency) {
        return grouped(BigDecimal.valueOf(micros, MICRO_DIGITS)
                        .setScale(Math.max(Money.digits(currency), 2), RoundingMode.HALF_EVEN))
                + " " + currency;
    }
}
