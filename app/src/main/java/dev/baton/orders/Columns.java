package dev.baton.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into the columns of a set-wise statement. */
final class Columns {

    private Columns() {}

    static <S, T> List<T> of(List<S> rows, Function<S, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    static <S, T> List<@Nullable T> nullable(List<S> rows, Function<S, @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
