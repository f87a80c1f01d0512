package dev.baton.platform.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** The number of a cell, or why there is none. */
public sealed interface CellNumber {

    /** It is this number. */
    record Value(BigDecimal number) implements CellNumber {}

    /** Nothing is in the cell. */
    record Empty() implements CellNumber {}

    /**
     * It is no number, or may be two.
     *
     * @param reason in words, with the next step
     */
    record Unclear(String reason) implements CellNumber {}

    /** Longest text looked at; a number is never longer. */
    int MOST_CHARS = 40;

    /** Signs and letters of currencies around a price. */
    Pattern CURRENCY = Pattern.compile("^(\\p{Sc}|[A-Z]{3}\\b)\\s*|\\s*(\\p{Sc}|\\b[A-Z]{3})$");

    Pattern BLANKS = Pattern.compile("(?<=\\d)[\\s\\u00A0\\u202F'’](?=\\d{3})");
    Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    Pattern SINGLE_GROUP = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    /** Without currency and without blanks between thousands. */
    static String bare(String cell) {
        String text = CellText.tidy(cell);
        if (text.length() > MOST_CHARS) {
            return text;
        }
        return BLANKS.matcher(CURRENCY.matcher(text).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /**
     * Reads a cell.
     *
     * @param mark what the column uses; see {@link DecimalMark#of}
     */
    static CellNumber read(String cell, DecimalMark mark) {
        String bare = bare(cell);
        if (bare.isEmpty()) {
            return new Empty();
        }
        if (bare.length() > MOST_CHARS || !groupsFit(bare, mark)) {
            return unclear(cell);
        }
        String plain = bare.replace(String.valueOf(mark.group()), "").replace(mark.mark(), '.');
        return PLAIN.matcher(plain).matches() ? new Value(new BigDecimal(plain)) : unclear(cell);
    }

    /**
     * Reads a cell of a column that did not tell its sign: {@code 12.50} and {@code 12,50} are the same, {@code 1,234}
     * could be two numbers and is refused.
     */
    static CellNumber readUnmarked(String cell) {
        String bare = bare(cell);
        if (SINGLE_GROUP.matcher(bare).matches()) {
            return new Unclear("\"" + cell + "\" may mean " + bare.replaceAll("[.,]", "") + " or "
                    + bare.replace(',', '.') + ": say in the mapping which sign parts the decimals.");
        }
        return read(cell, DecimalMark.of(List.of(cell)).orElse(DecimalMark.POINT));
    }

    private static boolean groupsFit(String bare, DecimalMark mark) {
        int decimals = bare.indexOf(mark.mark());
        int groups = bare.indexOf(mark.group());
        if (groups < 0) {
            return true;
        }
        String whole = decimals < 0 ? bare : bare.substring(0, decimals);
        return bare.lastIndexOf(mark.group()) < whole.length()
                && whole.matches("[+-]?\\d{1,3}(\\" + mark.group() + "\\d{3})+");
    }

    private static Unclear unclear(String cell) {
        String shown = cell.length() > MOST_CHARS ? cell.substring(0, MOST_CHARS) + "…" : cell;
        return new Unclear("\"" + shown + "\" is no number: send digits, such as 12 or 12.50.");
    }
}
