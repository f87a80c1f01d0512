package dev.baton.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;

/**
 * Flat arrays for set-wise statements: {@code insert … select … from unnest(:ids::uuid[], :names::text[])}.
 * Nested JSON instead is misestimated by the planner and several times slower.
 */
public final class SqlArrays {

    private SqlArrays() {}

    /** {@code uuid[]}; elements may be null. */
    public static SqlTypeValue uuids(Collection<? extends @Nullable UUID> values) {
        return array("uuid", values.toArray());
    }

    /** {@code text[]}; elements may be null. */
    public static SqlTypeValue texts(Collection<? extends @Nullable String> values) {
        return array("text", values.toArray());
    }

    /** {@code int4[]}. */
    public static SqlTypeValue ints(int[] values) {
        return array("int4", values);
    }

    /** {@code int4[]}; elements may be null. */
    public static SqlTypeValue ints(Collection<? extends @Nullable Integer> values) {
        return array("int4", values.toArray());
    }

    /** {@code int8[]}. */
    public static SqlTypeValue longs(long[] values) {
        return array("int8", values);
    }

    /** {@code int8[]}; elements may be null. */
    public static SqlTypeValue longs(Collection<? extends @Nullable Long> values) {
        return array("int8", values.toArray());
    }

    /** {@code bool[]}. */
    public static SqlTypeValue bools(boolean[] values) {
        return array("bool", values);
    }

    /** {@code timestamptz[]}, sent in UTC; elements may be null. */
    public static SqlTypeValue instants(Collection<? extends @Nullable Instant> values) {
        List<@Nullable String> texts = new ArrayList<>(values.size());
        for (Instant value : values) {
            texts.add(value == null ? null : value.toString());
        }
        return array("timestamptz", texts.toArray());
    }

    /** {@code bytea[]}; elements may be null. */
    public static SqlTypeValue blobs(Collection<? extends byte @Nullable []> values) {
        return array("bytea", values.toArray(new byte[0][]));
    }

    /** One instant as a bind value of {@code timestamptz}. */
    public static @Nullable Object instant(@Nullable Instant value) {
        return value == null ? null : value.atOffset(ZoneOffset.UTC);
    }

    private static SqlTypeValue array(String type, Object elements) {
        return new AbstractSqlTypeValue() {
            @Override
            protected Object createTypeValue(Connection connection, int sqlType, @Nullable String typeName)
                    throws SQLException {
                return connection.unwrap(org.postgresql.PGConnection.class).createArrayOf(type, elements);
            }
        };
    }
}
