package dev.baton.console;

import dev.baton.console.SourceViews.Figure;
import dev.baton.console.SourceViews.Stretch;

/**
 * The page of a file: where its rows and its faults begin, and what narrows its rows.
 *
 * @param path without what narrows it
 * @param field of the address, what the rows are narrowed by
 * @param word what it is narrowed to; empty = all rows are shown
 */
record FilePage(Typed typed, Where path, String field, String word) {

    /** Rows of a page, of changes and of faults alike. */
    static final int ROWS = 25;

    /** Behind which row the page of a field begins; 0 = from the first. */
    long behind(String field) {
        String text = typed.text(field);
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    /** A page of what the field of the address turns. */
    <R> Stretch<R> stretch(String turned, Slice<R> slice) {
        String after = slice.after();
        Where here = path.with(field, word);
        return new Stretch<>(
                slice.rows(),
                typed.has(turned) ? here.toString() : null,
                after == null ? null : here.with(turned, after).toString());
    }

    /** A figure that opens the rows it counts. */
    Figure figure(String label, long count, String to) {
        return new Figure(label, count, path.with(field, to).toString(), to.equals(word));
    }
}
