package dev.baton.console;

import dev.baton.console.OrderViews.Chip;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.TaskViews.Tab;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code layout/list.jte} shows. */
public final class ListViews {

    private ListViews() {}

    /**
     * A list.
     *
     * @param count how many there are in all; null = not counted
     * @param next address of the next page; null = there is none
     * @param first address of the first page; null = this is it
     * @param here address of this page, to come back to
     * @param looked the page is short because so far it was looked
     * @param trouble why there are no rows; null = there is nothing wrong
     */
    public record Page(
            Frame frame,
            Heading heading,
            @Nullable Long count,
            List<Tab> tabs,
            List<Door> doors,
            Tools tools,
            List<Head> heads,
            List<Line> rows,
            List<Button> bulk,
            List<BulkViews.Strip> strips,
            @Nullable Done done,
            Empty empty,
            @Nullable Trouble trouble,
            boolean looked,
            @Nullable String next,
            @Nullable String first,
            Here here) {

        /** The count as people read it, 10,000; empty = not counted. */
        public String counted() {
            return count == null ? "" : Moments.counted(count);
        }
    }

    /** The address of a page of a list; {@code query} is what stands behind its path. */
    public record Here(String address, String query) {}

    /** A button that leads away from the list. */
    public record Door(String label, String path) {}

    /** What the list is called; {@code name} in addresses. */
    public record Heading(String name, String path, String title, String lead) {}

    /**
     * What stands above the rows.
     *
     * @param csv null = whoever looks may not take the list away
     * @param query the address without its path, as a view keeps it
     */
    public record Tools(
            List<Filter> filters,
            List<Chip> chips,
            List<Option> columns,
            List<Order> orders,
            @Nullable String csv,
            @Nullable String xlsx,
            List<View> views,
            String query,
            Map<String, String> keptByFilters,
            Map<String, String> keptByColumns) {}

    /** A field of the form that narrows the list; {@code kind} is choice, text or day. */
    public record Filter(String field, String label, String kind, String value, List<Option> options) {}

    /** A way to sort; {@code here} = it is sorted so. */
    public record Order(String label, String path, boolean here) {}

    /** A view somebody saved; {@code here} = it is the list as it is. */
    public record View(String id, String name, String path, boolean here) {}

    /**
     * A head.
     *
     * @param sortPath turns the list; null = it cannot be sorted by this
     * @param sorted ascending, descending or null
     */
    public record Head(
            String label,
            boolean right,
            boolean wide,
            @Nullable String sortPath,
            @Nullable String sorted) {}

    /** A row; {@code name} is what its check box is called. */
    public record Line(String key, String name, List<Spot> spots, List<RowAct> acts) {}

    /** A cell where it stands; {@code said} is the label a phone says, empty = none. */
    public record Spot(Cell cell, boolean right, boolean wide, String said) {}

    /**
     * A button of one row.
     *
     * @param said the whole for who cannot see the row
     * @param choice a field to choose from beside it; null = none
     */
    public record RowAct(
            String action,
            String label,
            String said,
            boolean bad,
            Map<String, String> fields,
            @Nullable Choice choice) {}

    /** A field to choose from. */
    public record Choice(String field, String said, List<Option> options) {}

    /** A button of the bar that acts on what is selected. */
    public record Button(String key, String label, boolean severe) {}

    /** What a bulk act did; {@code undo} = it can be undone. */
    public record Done(String id, String words, boolean undo) {}

    /** What an empty list says. */
    public record Empty(String title, String text, String button, String path) {}

    /** What went wrong, and what to do. */
    public record Trouble(String title, String text) {}

    /**
     * Before a bulk act.
     *
     * @param will how many rows it happens to
     */
    public record Preview(
            Frame frame,
            Heading heading,
            String key,
            String question,
            String button,
            boolean severe,
            boolean undoable,
            int will,
            List<Effect> effects,
            List<GivenField> fields,
            String back,
            @Nullable String trouble) {}

    /**
     * What would become of one row.
     *
     * @param name what people call it
     * @param words what happens, or why nothing does
     * @param will whether something happens
     * @param way which of several ways it goes, for the act to hold to; empty = there is but one
     */
    public record Effect(String key, String name, String path, String words, boolean will, String way) {

        Effect(String key, String name, String path, String words, boolean will) {
            this(key, name, path, words, will, "");
        }

        /** The same of another row. */
        Effect of(String otherKey, String otherName, String otherPath) {
            return new Effect(otherKey, otherName, otherPath, words, will, way);
        }
    }

    /** A field of the preview. */
    public record GivenField(String field, String label, boolean required, String value, List<Option> options) {}
}
