package dev.baton.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell of a sheet as the text a person sees who does not let Excel shorten it. */
final class SheetCell {

    /** Digits a number of Excel holds exactly; one with more has lost its tail already. */
    private static final int EXACT_DIGITS = 15;

    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern DATE = Pattern.compile("(?i).*(y|d|mmm).*");
    private static final Pattern NOT_WHOLE = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern ZEROS = Pattern.compile("0{2,32}");

    private SheetCell() {}

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.STRING) {
            return cell.getText();
        }
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> result(cell, raw);
            case BOOLEAN -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
            case STRING, ERROR, EMPTY -> raw;
        };
    }

    /** Whether the text is that of a number of the sheet's own that is not whole. */
    static boolean hasDecimals(@Nullable Cell cell, String text) {
        return cell != null
                && text.indexOf('.') >= 0
                && (cell.getType() == CellType.NUMBER
                        || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal))
                && NOT_WHOLE.matcher(text).matches();
    }

    /** What a formula came to: words stay as they are, be they made of digits. */
    private static String result(Cell cell, String raw) {
        if (cell.getValue() instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        return cell.getValue() instanceof BigDecimal ? number(cell, raw) : raw;
    }

    private static String number(Cell cell, String raw) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw);
        } catch (NumberFormatException words) {
            return raw;
        }
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        String shown = NOT_SHOWN.matcher(format).replaceAll("");
        if (cell.getType() == CellType.NUMBER && DATE.matcher(shown).matches()) {
            return date(cell, raw);
        }
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (bare.precision() - bare.scale() > EXACT_DIGITS) {
            return bare.toString().contains("E") ? bare.toString() : scientific(bare);
        }
        String plain = bare.toPlainString();
        boolean padded = ZEROS.matcher(shown).matches() && bare.scale() <= 0 && bare.signum() >= 0;
        return padded ? "0".repeat(Math.max(0, shown.length() - plain.length())) + plain : plain;
    }

    /** As Excel shows it, so that whoever reads the cell sees that it is spoilt. */
    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).toPlainString() + "E+" + exponent;
    }

    private static String date(Cell cell, String raw) {
        LocalDateTime date = cell.asDate();
        if (date == null) {
            return raw;
        }
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }
}
