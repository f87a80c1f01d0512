package dev.baton.platform.tables;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people's programs do to the text of a cell, and how it is told. */
public final class CellText {

    /** One digit, perhaps decimals, and an exponent with its sign: how a spreadsheet shortens a long number. */
    private static final Pattern SHORTENED =
            Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+\\d{1,3}|[+-]?\\d[.,]\\d+[eE]\\d{1,3}");

    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|NV|WERT!|BEZUG!)");
    private static final String FORMULA = "=+-@\t\r";

    private CellText() {}

    /**
     * The text without blanks around it (no-break ones too), without zero-width signs, and without the apostrophe that
     * keeps a spreadsheet from running a cell as a formula.
     */
    public static String tidy(String cell) {
        String bare = cell.strip();
        if (bare.indexOf('\u00A0') >= 0 || bare.indexOf('\u200B') >= 0 || bare.indexOf('\uFEFF') >= 0) {
            bare = bare.replace('\u00A0', ' ')
                    .replace("\u200B", "")
                    .replace("\uFEFF", "")
                    .strip();
        }
        if (bare.length() > 1 && bare.charAt(0) == '\'' && FORMULA.indexOf(bare.charAt(1)) >= 0) {
            return bare.substring(1);
        }
        return bare;
    }

    /**
     * Why a cell cannot be an item's code, with the next step; empty when it can. A code that a spreadsheet has shortened
     * (1.23E+11) has lost its digits and is never guessed at.
     */
    public static Optional<String> spoiltCode(String code) {
        if (code.isEmpty()) {
            return Optional.of("The row has no item code.");
        }
        if (SHORTENED.matcher(code).matches()) {
            return Optional.of(
                    "The item code " + code + " was shortened by a spreadsheet and has lost its digits: format"
                            + " the column as text, enter the codes again and save.");
        }
        if (ERROR.matcher(code).matches()) {
            return Optional.of("The item code is an error of a formula (" + code + "): mend the formula.");
        }
        return Optional.empty();
    }
}
