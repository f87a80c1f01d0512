package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell of a list: what the page shows of it and what an export writes. */
public sealed interface Cell {

    /** Nothing: the thing has no such value. */
    Cell NONE = new None();

    /** There is no value; shown as a dash, exported empty. */
    record None() implements Cell {}

    /**
     * What the row is called; opens it.
     *
     * @param path null = there is no page of it
     * @param title shown on hover, where more than the name is worth saying
     * @param whole never cut on a desk: the other columns give way
     */
    record Name(String text, @Nullable String path, String title, boolean code, boolean whole) implements Cell {

        Name(String text, @Nullable String path, String title, boolean code) {
            this(text, path, title, code, false);
        }
    }

    /**
     * Words, cut where there is no room.
     *
     * @param fills whether they take the room that the other columns leave
     */
    record Text(String text, boolean quiet, boolean fills) implements Cell {}

    /**
     * A figure.
     *
     * @param path opens what it counts; null = nothing to open
     * @param said the whole for who cannot see the column, such as "997 of LAMP, why"
     */
    record Count(long units, @Nullable String path, String said) implements Cell {}

    /** An amount with its currency. */
    record Amount(String shown, BigDecimal amount, String currency) implements Cell {}

    /** A moment. */
    record When(Instant at) implements Cell {}

    /** A state by shape and word. */
    record State(Mark mark) implements Cell {}

    /**
     * A few figures in a row, the latest last.
     *
     * @param said what they say, in words: a picture needs them
     */
    record Trend(List<Double> figures, String said) implements Cell {
        public Trend {
            figures = List.copyOf(figures);
        }
    }

    /** Words; a dash where there are none. */
    static Cell of(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : new Text(text, false, false);
    }

    /** Words that matter less. */
    static Cell quiet(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : new Text(text, true, false);
    }

    /** A moment; a dash where there is none. */
    static Cell at(@Nullable Instant at) {
        return at == null ? NONE : new When(at);
    }

    /** A figure that opens nothing. */
    static Cell count(long units) {
        return new Count(units, null, "");
    }

    /** Secondary words that take the room the other columns leave; one column of a list at most. */
    static Cell filling(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : new Text(text, true, true);
    }

    /** A title: of what is long the one that tells rows apart, so it takes the room the other columns leave. */
    static Cell title(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : new Text(text, false, true);
    }

    /** Text that opens the row. */
    static Cell name(String text, @Nullable String path) {
        return new Name(text, path, text, false);
    }

    /** A code that opens the row. */
    static Cell code(String text, @Nullable String path) {
        return new Name(text, path, text, true);
    }

    /** What is to be done, where it is done; one column of a list at most. */
    static Cell deed(String text, String path) {
        return new Name(text, path, text, false, true);
    }

    /** A state. */
    static Cell state(Mark mark) {
        return new State(mark);
    }
}
