package dev.baton.purchasing;

import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/** Turns rows into the columns of a set-wise statement. */
final class Columns {

    private Columns() {}

    static <S> SqlTypeValue uuids(Collection<S> rows, Function<S, @Nullable UUID> value) {
        return SqlArrays.uuids(of(rows, value));
    }

    static <S> SqlTypeValue texts(Collection<S> rows, Function<S, @Nullable String> value) {
        return SqlArrays.texts(of(rows, value));
    }

    static <S> SqlTypeValue instants(Collection<S> rows, Function<S, @Nullable Instant> value) {
        return SqlArrays.instants(of(rows, value));
    }

    static <S> SqlTypeValue ints(Collection<S> rows, ToIntFunction<S> value) {
        return SqlArrays.ints(rows.stream().mapToInt(value).toArray());
    }

    /** When something happened that may not have happened yet. */
    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <S, T> List<@Nullable T> of(Collection<S> rows, Function<S, @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
