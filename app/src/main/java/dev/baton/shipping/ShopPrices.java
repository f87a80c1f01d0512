package dev.baton.shipping;

import dev.baton.platform.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prices of the store, which no slip shows. A number counts as an amount where it has the currency's decimals, however
 * they and the thousands are parted, or where the currency stands beside it: a bare 10 is a quantity.
 *
 * @param currency ISO 4217 code
 * @param language of the slip, as a language tag
 * @param minor the amounts in minor units
 * @param quantities of the slip; a title may begin with a currency beside them
 */
public record ShopPrices(String currency, String language, Set<Long> minor, Set<Integer> quantities) {

    /** Nothing is priced. */
    static final ShopPrices NONE = new ShopPrices("EUR", "en", Set.of(), Set.of());

    /** Beyond it the number is none of ours, and no long holds it. */
    private static final int MOST_DIGITS = 15;

    private static final String POINT = "[.,\u066B]";
    private static final String THOUSANDS = "[.,\u066C'\u2019]";
    private static final String NOT_WITHIN_A_NUMBER_BEFORE = "(?<!\\p{Nd})(?<!\\p{Nd}[.,\u066B\u066C'\u2019])";
    private static final String NOT_WITHIN_A_NUMBER_AFTER = "(?!\\p{Nd})(?![.,\u066B\u066C'\u2019]\\p{Nd})";
    private static final String WHOLE = "(\\p{Nd}+(?:" + THOUSANDS + "\\p{Nd}{3})*)";
    private static final String SPACED = "(\\p{Nd}{1,3}(?: \\p{Nd}{3})+)";

    /** Whether one of the prices is said and is not among the amounts that are permitted; both are plain texts. */
    boolean isTold(String said, String permitted) {
        if (minor.isEmpty()) {
            return false;
        }
        Set<Long> told = amounts(said);
        told.removeAll(amounts(permitted));
        return !Collections.disjoint(told, minor);
    }

    private Set<Long> amounts(String text) {
        int digits = Money.digits(currency);
        Set<Long> found = new HashSet<>();
        if (digits > 0) {
            String decimals = POINT + "(\\p{Nd}{" + digits + "})" + NOT_WITHIN_A_NUMBER_AFTER;
            read(NOT_WITHIN_A_NUMBER_BEFORE + WHOLE + decimals, text, 0, found);
            read("(?<!\\p{Nd})" + SPACED + decimals, text, 0, found);
        }
        Set<Long> beside = new HashSet<>();
        for (String whole : List.of(WHOLE, SPACED)) {
            read(marks() + " ?" + whole + NOT_WITHIN_A_NUMBER_AFTER, text, digits, beside);
            read(NOT_WITHIN_A_NUMBER_BEFORE + whole + " ?" + marks(), text, digits, beside);
        }
        quantities.forEach(quantity -> beside.remove(scaled(quantity, digits)));
        found.addAll(beside);
        return found;
    }

    private static void read(String pattern, String text, int zeros, Set<Long> into) {
        Pattern.compile(pattern).matcher(text).results().forEach(match -> {
            String number = digits(match);
            if (number.length() + zeros <= MOST_DIGITS) {
                into.add(scaled(Long.parseLong(number), zeros));
            }
        });
    }

    private static String digits(MatchResult match) {
        return Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                .flatMapToInt(group -> match.group(group).codePoints())
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }

    private static long scaled(long whole, int zeros) {
        long minor = whole;
        for (int i = 0; i < zeros; i++) {
            minor *= 10;
        }
        return minor;
    }

    /** How the currency is written: its code and its signs, in the slip's language and in English. */
    private String marks() {
        Currency known = Currency.getInstance(currency);
        return Stream.of(
                        currency,
                        known.getSymbol(Locale.forLanguageTag(language)),
                        known.getSymbol(Locale.ENGLISH),
                        known.getSymbol(Locale.ENGLISH).replaceAll("\\p{L}", ""))
                .map(ReadText::plain)
                .filter(mark -> !mark.isEmpty())
                .distinct()
                .map(ShopPrices::alone)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A sign as it is; letters only where they are no part of a word. */
    private static String alone(String mark) {
        return (Character.isLetter(mark.codePointAt(0)) ? "(?<!\\p{L})" : "")
                + Pattern.quote(mark)
                + (Character.isLetter(mark.codePointBefore(mark.length())) ? "(?!\\p{L})" : "");
    }
}
