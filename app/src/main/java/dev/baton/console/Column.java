package dev.baton.console;

import java.util.function.Function;

/**
 * A column of a list.
 *
 * @param key how the address calls it
 * @param shown whether it is there before anybody chose
 * @param wide left out where there is little room
 * @param right figures, which stand right
 * @param said whether a phone, which has no heads, says the label beside the value
 * @param money whether an export writes two columns, the amount and its currency
 */
record Column<R>(
        String key,
        String label,
        boolean shown,
        boolean wide,
        boolean right,
        boolean said,
        boolean money,
        Function<R, Cell> cell) {

    static <R> Column<R> of(String key, String label, Function<R, Cell> cell) {
        return new Column<>(key, label, true, false, false, false, false, cell);
    }

    /** Left out where there is little room. */
    Column<R> onlyWide() {
        return new Column<>(key, label, shown, true, right, said, money, cell);
    }

    /** Not there unless chosen. */
    Column<R> onlyChosen() {
        return new Column<>(key, label, false, wide, right, said, money, cell);
    }

    /** Figures. */
    Column<R> figures() {
        return new Column<>(key, label, shown, wide, true, said, money, cell);
    }

    /** A phone says the label beside the value. */
    Column<R> labelled() {
        return new Column<>(key, label, shown, wide, right, true, money, cell);
    }

    /** Amounts. */
    Column<R> amounts() {
        return new Column<>(key, label, shown, wide, true, said, true, cell);
    }
}
