package dev.baton.platform.tables;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which sign parts whole and fraction: 1,234.50 or 1.234,50. */
public enum DecimalMark {
    POINT('.', ','),
    COMMA(',', '.');

    private static final Pattern GROUPED_ONLY = Pattern.compile("\\d{1,3}([.,]\\d{3})+");

    private final char mark;
    private final char group;

    DecimalMark(char mark, char group) {
        this.mark = mark;
        this.group = group;
    }

    /** The sign itself. */
    public char mark() {
        return mark;
    }

    /** The sign that may part thousands. */
    char group() {
        return group;
    }

    /**
     * What the cells of one column use: the first cell that can be read in one way only decides. Empty when none does,
     * as when all are whole numbers or like {@code 1,234}.
     */
    public static Optional<DecimalMark> of(Collection<String> cells) {
        for (String cell : cells) {
            Optional<DecimalMark> mark = of(CellNumber.bare(cell));
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static Optional<DecimalMark> of(String number) {
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return Optional.of(point > comma ? POINT : COMMA);
        }
        if (point < 0 && comma < 0) {
            return Optional.empty();
        }
        char only = point >= 0 ? '.' : ',';
        boolean repeated = number.indexOf(only) != number.lastIndexOf(only);
        if (repeated) {
            return Optional.of(only == '.' ? COMMA : POINT);
        }
        return GROUPED_ONLY.matcher(number).matches() && !number.startsWith("0")
                ? Optional.empty()
                : Optional.of(only == '.' ? POINT : COMMA);
    }
}
