package dev.baton.console;

import dev.baton.console.ListViews.GivenField;
import dev.baton.console.ListViews.Heading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code console/bulk-run.jte} and {@code layout/bulk-strip.jte} show. */
public final class BulkViews {

    private BulkViews() {}

    /**
     * Something done to all rows of a list.
     *
     * @param lead what can be said of it now
     * @param ask what its button says while it waits for a word; null = it does not wait
     * @param reasons what is to happen to how many rows
     * @param rows some of the rows: those something happens to, or did not
     * @param next address of the next rows; null = there are none
     * @param back address of the list it began from
     * @param stop what the button that ends it says; null = it has ended
     * @param trouble why a form was refused; null = it was not
     */
    public record Page(
            Frame frame,
            Heading heading,
            String id,
            String title,
            String lead,
            Strip strip,
            @Nullable String ask,
            boolean severe,
            List<Reason> reasons,
            List<GivenField> fields,
            String rowsTitle,
            List<Row> rows,
            @Nullable String first,
            @Nullable String next,
            String back,
            @Nullable String stop,
            boolean undo,
            @Nullable String trouble) {}

    /**
     * How far it is.
     *
     * @param works whether it goes on by itself, and is asked about again
     * @param of how many rows there are to be done; 0 = not known yet
     * @param whole whether it stands on its own page, which says the rest
     */
    public record Strip(
            String id, String what, String words, boolean works, int done, int of, String path, boolean whole) {}

    /** What is to happen to so many rows; {@code will} = something does. */
    public record Reason(boolean will, String words, int rows) {}

    /** A row, and what became of it. */
    public record Row(String name, String path, String words) {}
}
