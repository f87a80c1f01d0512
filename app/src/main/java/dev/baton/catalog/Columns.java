package dev.baton.catalog;

import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/** Turns rows into the columns of a set-wise statement. */
final class Columns {

    private Columns() {}

    static <S, T extends @Nullable Object> List<T> of(Collection<S> rows, Function<S, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    /** The price breaks of costs, as a column of texts; "" where there is no cost. */
    static <S, C extends @Nullable Cost> SqlTypeValue breaks(Collection<S> rows, Function<S, C> cost) {
        return SqlArrays.texts(of(rows, row -> {
            Cost of = cost.apply(row);
            return of == null ? "" : PriceBreak.write(of.breaks());
        }));
    }

    static <S> boolean[] flags(Collection<S> rows, Predicate<S> value) {
        boolean[] column = new boolean[rows.size()];
        int i = 0;
        for (S row : rows) {
            column[i++] = value.test(row);
        }
        return column;
    }
}
