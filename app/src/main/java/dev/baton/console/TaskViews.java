package dev.baton.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the day, of holds and of tasks show. */
public final class TaskViews {

    private TaskViews() {}

    /** A figure that opens what it counts. */
    public record Figure(String label, long count, String path, String mood) {}

    /**
     * Today.
     *
     * @param needs holds and tasks together
     * @param stock alerts about stock by kind, of which there are any
     * @param setup the step of setting up that is next; null = the merchant is set up
     */
    public record Today(
            Frame frame,
            long needs,
            List<Figure> orders,
            List<Figure> holds,
            List<Figure> tasks,
            List<Figure> stock,
            @Nullable Oldest oldest,
            SetupViews.@Nullable Step setup,
            List<Plots.Columns> columns,
            List<Plots.Bars> bars) {}

    /** The hold or task that waits longest. */
    public record Oldest(String what, Instant since, String path) {}

    /** A way to narrow the list; {@code here} = it is narrowed so. */
    public record Tab(String label, long count, String path, boolean here) {}
}
