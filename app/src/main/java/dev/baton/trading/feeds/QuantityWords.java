package dev.baton.trading.feeds;

import dev.baton.platform.facts.FoldedWords;
import dev.baton.platform.tables.CellNumber;
import dev.baton.platform.tables.DecimalMark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what suppliers write into quantity cells: numbers, "10+", "&gt;100", "out of stock", and a feed's own words. */
final class QuantityWords {

    private static final Set<String> NONE = Set.of(
            "out",
            "out of stock",
            "sold out",
            "none",
            "no",
            "n",
            "false",
            "discontinued",
            "not available",
            "unavailable",
            "nein",
            "ausverkauft",
            "nicht lieferbar",
            "epuise",
            "rupture de stock",
            "agotado",
            "esaurito",
            "uitverkocht");

    private static final Set<String> SOME = Set.of(
            "in stock",
            "instock",
            "yes",
            "y",
            "true",
            "available",
            "ja",
            "lieferbar",
            "auf lager",
            "en stock",
            "oui",
            "disponible",
            "disponibile",
            "op voorraad");

    /** Digits of a number that surely fits. */
    private static final int MOST_DIGITS = 9;

    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:>=?|≥|over|more than|at least|mehr als|uber)\\s*(\\d{1,9})|(\\d{1,9})\\s*(?:\\+|plus|or more|und mehr)");

    private static final Pattern UNITS = Pattern.compile("(-?\\d{1,9})\\s*(?:pcs?|pieces?|units?|st|stk|stuck|ea)\\.?");

    private final Map<String, Integer> words = new HashMap<>();
    private final @Nullable Integer inStock;
    private final @Nullable DecimalMark mark;

    QuantityWords(Map<String, Integer> own, @Nullable Integer inStock, @Nullable DecimalMark mark) {
        own.forEach((word, units) -> words.put(key(word), units));
        this.inStock = inStock;
        this.mark = mark;
    }

    /**
     * What a cell says.
     *
     * @param units null when it cannot be used
     * @param note what is wrong or was done; null when there is nothing to say
     */
    record Read(@Nullable Integer units, @Nullable String note) {

        private static Read of(int units) {
            return new Read(units, null);
        }
    }

    Read read(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return new Read(null, "The row has no quantity: send 0 when there is none.");
        }
        @Nullable Integer own = words.isEmpty() ? null : words.get(key(text));
        if (own != null) {
            return Read.of(own);
        }
        if (isDigits(text)) {
            return Read.of(Integer.parseInt(text));
        }
        CellNumber number = mark == null ? CellNumber.readUnmarked(text) : CellNumber.read(text, mark);
        if (number instanceof CellNumber.Value value) {
            return units(text, value.number());
        }
        String plain = text.toLowerCase(Locale.ROOT).replace("ü", "u").strip();
        Matcher atLeast = AT_LEAST.matcher(plain);
        if (atLeast.matches()) {
            return Read.of(Integer.parseInt(atLeast.group(1) == null ? atLeast.group(2) : atLeast.group(1)));
        }
        Matcher counted = UNITS.matcher(plain);
        if (counted.matches()) {
            return Read.of(Integer.parseInt(counted.group(1)));
        }
        return word(text, number);
    }

    /** Most cells are a whole number as one writes it: told apart without a pattern. */
    private static boolean isDigits(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private Read word(String text, CellNumber number) {
        String folded = FoldedWords.fold(text);
        if (NONE.contains(folded)) {
            return Read.of(0);
        }
        if (SOME.contains(folded)) {
            return inStock == null
                    ? new Read(
                            null, "\"" + text + "\" gives no number: say in the mapping how many units it stands for.")
                    : Read.of(inStock);
        }
        String reason = number instanceof CellNumber.Unclear unclear ? unclear.reason() : "";
        return new Read(
                null,
                reason.contains("may mean")
                        ? reason
                        : "The quantity \"" + cut(text)
                                + "\" is neither a number nor a word that is known: send a number,"
                                + " or add the word to the mapping.");
    }

    private static Read units(String text, BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        if (whole.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return new Read(null, "The quantity " + cut(text) + " is larger than any stock: send the number of units.");
        }
        boolean broken = whole.compareTo(number) != 0;
        return new Read(
                whole.intValueExact(),
                broken ? "The quantity " + text + " was taken as " + whole.toPlainString() + "." : null);
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
