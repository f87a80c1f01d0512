package dev.baton.console;

import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.TaskViews.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list: what it can be narrowed and sorted by, its columns, its pages, and what can be done to many of its rows.
 * {@link ListDesk} makes the page of it, {@link ListDoor} its exports, saved views and bulk acts. Every method that
 * takes {@link Asked} or rows runs in an open transaction of the merchant.
 *
 * @param <R> what a row is made of
 */
interface Listing<R> {

    /** What the list is and where. */
    Called called();

    /**
     * What a list is called.
     *
     * @param name in addresses and file names
     * @param lead one sentence under the title
     * @param act who may see it
     */
    record Called(String name, String path, String title, String lead, StaffDesk.@Nullable Place place, Act act) {}

    /**
     * A way to sort.
     *
     * @param value how the address calls it
     * @param column the column whose head turns it
     * @param rising whether the smallest comes first
     */
    record Sort(String value, String label, String column, boolean rising) {}

    /** The columns, in their order; the first one names the row. */
    List<Column<R>> columns();

    /** What narrows the list; read anew for every page. */
    default List<ListFilter> filters(Staff staff) {
        return List.of();
    }

    /** How it can be sorted; the first is how it is without being asked. */
    default List<Sort> sorts() {
        return List.of();
    }

    /** A page of at most {@code limit} rows. */
    Slice<R> page(Staff staff, Asked asked, int limit);

    /** How many rows there are in all, where that is cheap to say; null = not counted. */
    default @Nullable Long count(Staff staff, Asked asked) {
        return null;
    }

    /** The list by one of its filters, with counts. */
    default List<Tab> tabs(Staff staff, Asked asked) {
        return List.of();
    }

    /** The count and the tabs of a page. */
    default Totals totals(Staff staff, Asked asked) {
        return new Totals(count(staff, asked), tabs(staff, asked));
    }

    /** How many rows a list has, as {@link #count} and {@link #tabs} say it. */
    record Totals(@Nullable Long count, List<Tab> tabs) {}

    /** Where one goes from the list: what stands beside it, or makes a new one. */
    default List<Door> doors(Staff staff) {
        return List.of();
    }

    /** By what a row is named in a form. */
    String key(R row);

    /** What can be done to one row, as buttons. */
    default List<RowAct> acts(Staff staff, R row) {
        return List.of();
    }

    /** What can be done to many rows. */
    default List<BulkAct> bulk() {
        return List.of();
    }

    /** What an empty list says. */
    Empty empty(boolean narrowed);
}
