package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next what to send as {@code cursor} for the part after it; null when this was the last
 */
record Page<T>(List<T> items, @Nullable String next) {

    static final String DEFAULT_LIMIT = "50";

    static final String WHAT_A_CURSOR_IS =
            "cursor must be the next of the page before; leave it out for the first page.";

    private static final int MOST = 200;

    /** Cuts what was read with one row too many. */
    static <R, T> Page<T> of(List<R> oneTooMany, int limit, Function<R, T> print, Function<R, UUID> id) {
        boolean more = oneTooMany.size() > limit;
        List<R> rows = more ? oneTooMany.subList(0, limit) : oneTooMany;
        return new Page<>(
                rows.stream().map(print).toList(),
                more ? id.apply(rows.getLast()).toString() : null);
    }

    /** @throws Problem INVALID_FIELD when out of range */
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new Problem(CommonProblem.INVALID_FIELD, "limit is 1 to " + MOST + ".", "limit");
        }
        return asked;
    }

    /** The id a cursor stands for; null = from the start. */
    static @Nullable UUID cursor(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noCursor) {
            throw new Problem(CommonProblem.INVALID_FIELD, WHAT_A_CURSOR_IS, "cursor");
        }
    }
}
