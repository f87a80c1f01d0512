package dev.baton.console;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param after where the next page begins; null = there is none
 * @param looked the page is short because so far it was looked
 */
record Slice<R>(List<R> rows, @Nullable String after, boolean looked) {

    Slice {
        rows = List.copyOf(rows);
    }

    /** Of one row more than the page holds, if there are as many. */
    static <R> Slice<R> of(List<R> found, int limit, Function<R, String> cursor) {
        List<R> shown = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(shown, found.size() > limit ? cursor.apply(shown.getLast()) : null, false);
    }

    /** The same page of what is shown for its rows. */
    <S> Slice<S> map(Function<List<R>, List<S>> shown) {
        return new Slice<>(shown.apply(rows), after, looked);
    }
}
