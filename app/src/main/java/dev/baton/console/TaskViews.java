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
     * @param setup the step of setting up that is next; null = the merchant is set up
     */
    public record Today(
            Frame frame,
            long needs,
            List<Figure> orders,
            List<Figure> holds,
            List<Figure> tasks,
            @Nullable Oldest oldest,
            SetupViews.@Nullable Step setup) {}

    /** The hold or task that waits longest. */
    public record Oldest(String what, Instant since, String path) {}

    /** A way to narrow the list; {@code here} = it is narrowed so. */
    public record Tab(String label, long count, String path, boolean here) {}

    /** Open holds. */
    public record Holds(
            Frame frame,
            List<Tab> tabs,
            List<HoldRow> rows,
            @Nullable String next,
            @Nullable String first) {}

    /** A hold with its order; {@code may} = whoever looks may release it. */
    public record HoldRow(
            String id,
            String number,
            String storeName,
            String order,
            String title,
            String detail,
            String advice,
            String owner,
            Instant since,
            boolean may) {}

    /** Open tasks. */
    public record Tasks(
            Frame frame,
            List<Tab> tabs,
            List<TaskRow> rows,
            boolean mayClose,
            String here,
            @Nullable String next,
            @Nullable String first) {}

    /** A task; {@code about} names what it is about and {@code path} leads there; null = there is no page of it. */
    public record TaskRow(
            String id,
            String kind,
            String title,
            String detail,
            Instant since,
            @Nullable String about,
            @Nullable String path) {}
}
