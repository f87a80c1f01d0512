package dev.baton.console;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Pages of a list that is short enough to be read whole: narrowed, sorted and cut here. */
final class WholeList {

    /** More rows than anybody has of what is read whole. */
    static final int MOST = 2_000;

    private WholeList() {}

    /** The page behind the row of that key; a key that is there no more is as none. */
    static <R> Slice<R> page(List<R> rows, Comparator<R> order, Function<R, String> key, String after, int limit) {
        List<R> sorted = rows.stream().sorted(order.thenComparing(key)).toList();
        int from = 0;
        for (int i = 0; i < sorted.size() && !after.isEmpty(); i++) {
            if (key.apply(sorted.get(i)).equals(after)) {
                from = i + 1;
            }
        }
        return Slice.of(sorted.subList(from, Math.min(sorted.size(), from + limit + 1)), limit, key);
    }
}
