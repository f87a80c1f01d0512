package dev.baton.console;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list somebody asked for.
 *
 * @param where what narrows and sorts it; only what the list knows
 * @param after where the page before ended; empty = from the first
 */
record Asked(Where where, String after, Moments moments) {

    /** The value of a filter; empty = it is not set. */
    String text(String field) {
        return where.narrowed().getOrDefault(field, "");
    }

    /** A filter's value, or null where it is not set. */
    @Nullable
    String orNull(String field) {
        return where.narrowed().get(field);
    }

    boolean has(String field) {
        return where.narrowed().containsKey(field);
    }

    /** A filter's value as one of an enum's words. */
    <E extends Enum<E>> Optional<E> word(String field, E[] all) {
        return new Typed(where.narrowed()).word(field, all);
    }

    /** Where the page before ended, as an id. */
    @Nullable
    UUID afterId() {
        return Typed.uuid(after).orElse(null);
    }

    /** Whether nothing but these fields narrows the list. */
    boolean narrowedOnlyBy(String... fields) {
        Where bare = where.with("sort", "").with("cols", "");
        return bare.narrowed().keySet().equals(java.util.Set.of(fields));
    }
}
