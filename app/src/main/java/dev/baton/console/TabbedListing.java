package dev.baton.console;

import dev.baton.console.TaskViews.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list with tabs: their counts and the list's own come of the same rows, which are read once a page.
 *
 * @param <R> what a row is made of
 */
interface TabbedListing<R> extends Listing<R> {

    @Override
    Totals totals(Staff staff, Asked asked);

    @Override
    default @Nullable Long count(Staff staff, Asked asked) {
        return totals(staff, asked).count();
    }

    @Override
    default List<Tab> tabs(Staff staff, Asked asked) {
        return totals(staff, asked).tabs();
    }
}
