package dev.baton.trading.prices;

import dev.baton.platform.tables.CellNumber;
import dev.baton.platform.tables.CellText;
import dev.baton.platform.tables.DecimalMark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what suppliers write into cells of price lists: costs with a currency, days, weights with a unit. */
final class PriceCells {

    /** Decimals a cost is kept with; more are rounded half up. */
    private static final int COST_DECIMALS = 6;

    /** Above it a cell is no cost of one thing: 10⁹ of any currency. */
    private static final BigDecimal MOST_COST = BigDecimal.valueOf(1_000_000_000L);

    private static final BigDecimal MOST_COUNT = BigDecimal.valueOf(1_000_000L);
    private static final BigDecimal MOST_GRAMS = BigDecimal.valueOf(100_000_000L);

    /** Signs one currency alone is written with. */
    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₩", "KRW", "₺", "TRY", "₴", "UAH", "₽", "RUB", "₫", "VND");

    private static final Pattern CODE = Pattern.compile("^([A-Z]{3})(?![\\p{L}])|(?<![\\p{L}])([A-Z]{3})$");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern PACKED_DAY = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern SLASHED_DAY = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern WEIGHT = Pattern.compile("([\\d.,'  ]+?)\\s*(\\p{L}*)\\.?");

    private final @Nullable DecimalMark mark;
    private final @Nullable Boolean dayFirst;
    private final WeightUnit weightUnit;

    PriceCells(@Nullable DecimalMark mark, @Nullable Boolean dayFirst, @Nullable WeightUnit weightUnit) {
        this.mark = mark;
        this.dayFirst = dayFirst;
        this.weightUnit = weightUnit == null ? WeightUnit.G : weightUnit;
    }

    /** A cell that cannot be read; the message says what to send. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** 10⁻⁶ of a currency. */
    long cost(String cell) throws Unreadable {
        BigDecimal number = number(cell, "cost");
        if (number.signum() < 0) {
            throw new Unreadable("The cost \"" + cell + "\" is below 0: send 0 or more.");
        }
        if (number.compareTo(MOST_COST) > 0) {
            throw new Unreadable("The cost \"" + cut(cell) + "\" is larger than any: send what one unit costs.");
        }
        return number.setScale(COST_DECIMALS, RoundingMode.HALF_UP)
                .movePointRight(COST_DECIMALS)
                .longValueExact();
    }

    /** The currency a cost's cell names itself; null when it names none, or a sign several currencies share. */
    static @Nullable String currency(String cell) {
        String text = CellText.tidy(cell);
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            return code.group(1) == null ? code.group(2) : code.group(1);
        }
        return SIGNS.entrySet().stream()
                .filter(sign -> text.startsWith(sign.getKey()) || text.endsWith(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A whole number; null for an empty cell. */
    @Nullable
    Integer count(String cell, String what) throws Unreadable {
        if (cell.isBlank()) {
            return null;
        }
        BigDecimal number = number(cell, what);
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        if (whole.compareTo(number) != 0 || number.signum() < 0 || number.compareTo(MOST_COUNT) > 0) {
            throw new Unreadable(
                    "The " + what + " \"" + cut(cell) + "\" is no whole number from 0 to 1000000: mend it.");
        }
        return whole.intValueExact();
    }

    private BigDecimal number(String cell, String what) throws Unreadable {
        CellNumber read = mark == null ? CellNumber.readUnmarked(cell) : CellNumber.read(cell, mark);
        return switch (read) {
            case CellNumber.Value value -> value.number();
            case CellNumber.Empty empty -> throw new Unreadable("The row has no " + what + ": send a number.");
            case CellNumber.Unclear unclear -> throw new Unreadable("The " + what + " " + unclear.reason());
        };
    }

    /** A day; null for an empty cell. One that may be two days is never guessed at. */
    @Nullable
    LocalDate day(String cell) throws Unreadable {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        for (Pattern bigEndian : new Pattern[] {ISO_DAY, PACKED_DAY}) {
            Matcher matched = bigEndian.matcher(text);
            if (matched.matches()) {
                return day(cell, matched.group(1), matched.group(2), matched.group(3));
            }
        }
        Matcher dotted = DOTTED_DAY.matcher(text);
        if (dotted.matches()) {
            return day(cell, dotted.group(3), dotted.group(2), dotted.group(1));
        }
        Matcher slashed = SLASHED_DAY.matcher(text);
        if (slashed.matches()) {
            return slashed(cell, slashed);
        }
        throw new Unreadable("The day \"" + cut(cell) + "\" cannot be read: send it as 2026-04-01.");
    }

    private LocalDate slashed(String cell, Matcher parts) throws Unreadable {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        if (dayFirst == null && first <= 12 && second <= 12 && first != second) {
            throw new Unreadable(
                    "The day \"" + cell + "\" may be two days: say dayFirst in the mapping, or send it as 2026-04-01.");
        }
        boolean first31 = dayFirst == null ? first > 12 : dayFirst;
        return first31
                ? day(cell, parts.group(3), parts.group(2), parts.group(1))
                : day(cell, parts.group(3), parts.group(1), parts.group(2));
    }

    private static LocalDate day(String cell, String year, String month, String day) throws Unreadable {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            throw new Unreadable("The day \"" + cell + "\" is in no calendar: send it as 2026-04-01.");
        }
    }

    /** Grams, rounded up; null for an empty cell. */
    @Nullable
    Integer grams(String cell) throws Unreadable {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher matched = WEIGHT.matcher(text);
        @Nullable WeightUnit unit = null;
        if (matched.matches()) {
            String name = matched.group(2);
            unit = name.isEmpty() ? weightUnit : WeightUnit.named(name).orElse(null);
        }
        if (unit == null) {
            throw new Unreadable("The weight \"" + cut(cell) + "\" cannot be read and was passed over: send grams.");
        }
        BigDecimal grams =
                number(matched.group(1), "weight").multiply(unit.grams()).setScale(0, RoundingMode.CEILING);
        if (grams.compareTo(MOST_GRAMS) > 0) {
            throw new Unreadable("The weight \"" + cut(cell) + "\" is more than 100 tons and was passed over.");
        }
        return grams.intValueExact();
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
