package dev.baton.console;

import dev.baton.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something done to many rows of a list: shown before it is done, done one by one, and undone where that can be. */
interface BulkAct {

    /** The field that says which way a row was shown to go; an act with several holds to it. */
    String WAY = "way";

    /** How forms call it. */
    String key();

    /** What the button says. */
    String label();

    /** Who may. */
    Act act();

    /** Whether it takes something away that does not come back. */
    default boolean severe() {
        return false;
    }

    /** What the preview says above the rows; {@code rows} as "1 order" or "12 orders". */
    String question(int rows);

    /** What the person gives with it; null = nothing. */
    default @Nullable Given given(Staff staff) {
        return null;
    }

    /**
     * A field of the preview.
     *
     * @param choices empty = free words
     */
    record Given(
            String field,
            String label,
            boolean required,
            List<ListFilter.Choice> choices,
            @Nullable Given also) {}

    /** What would become of these rows; in an open transaction of the merchant. What is not there is left out. */
    List<ListViews.Effect> preview(Staff staff, List<String> keys);

    /**
     * Does it to one row, in a transaction of its own.
     *
     * @param given what the person gave with it; {@link #WAY} is the way this row was shown to go
     * @return what an undo needs; empty = it was done and cannot be undone, null = nothing was there to do any more
     * @throws Problem when it is refused; the others go on
     */
    @Nullable
    String apply(Staff staff, String key, Typed given);

    /** What the notice says after so many were done. */
    String done(int rows);

    /** Whether it can be undone at all. */
    default boolean undoable() {
        return false;
    }

    /**
     * Undoes one.
     *
     * @return false when it cannot be undone any more
     */
    default boolean undo(Staff staff, String handle) {
        return false;
    }
}
