package dev.baton.console;

import dev.baton.console.ListViews.Button;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.Filter;
import dev.baton.console.ListViews.Head;
import dev.baton.console.ListViews.Heading;
import dev.baton.console.ListViews.Line;
import dev.baton.console.ListViews.Order;
import dev.baton.console.ListViews.Page;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.ListViews.Spot;
import dev.baton.console.ListViews.Tools;
import dev.baton.console.ListViews.Trouble;
import dev.baton.console.OrderViews.Chip;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.Plots.Bars;
import dev.baton.console.Plots.Columns;
import dev.baton.console.Plots.Linked;
import dev.baton.console.Plots.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and plots of nothing, for the style page: every state of them. */
public final class StyleExamples {

    private static final String HERE = "/console/style";
    private static final int HOURS = 24;

    private StyleExamples() {}

    /** A list with rows of every kind of cell. */
    public static Page filled(Frame frame) {
        return page(
                frame,
                List.of(
                        line(frame, "Ada Muster", new Mark("State", "Shipped", "good"), 12),
                        line(frame, "ليلى مثال", new Mark("State", "No parcel yet", "none"), 0),
                        line(
                                frame,
                                "Somebody with a really remarkably long name of sixty letters",
                                new Mark("State", "In trouble", "bad"),
                                1_204)),
                null,
                false);
    }

    /** A list without rows. */
    public static Page empty(Frame frame) {
        return page(frame, List.of(), null, false);
    }

    /** A list that cannot be shown. */
    public static Page broken(Frame frame) {
        return page(
                frame,
                List.of(),
                new Trouble(
                        "Asked on is no day",
                        "Nothing was looked for. Write a day as 2026-03-02, or take the filter off."),
                false);
    }

    /** A list that was looked through so far and found nothing. */
    public static Page looked(Frame frame) {
        return page(frame, List.of(), null, true);
    }

    private static Line line(Frame frame, String name, Mark mark, long units) {
        return new Line(
                "1",
                name,
                List.of(
                        new Spot(Cell.name(name, HERE), false, false, ""),
                        new Spot(Cell.state(mark), false, false, ""),
                        new Spot(new Cell.Count(units, HERE, units + " units of " + name), true, false, "Units"),
                        new Spot(
                                new Cell.Trend(List.of(90.0, 95.0, 60.0, 100.0), "From 90 % to 100 %"),
                                false,
                                false,
                                ""),
                        new Spot(Cell.at(frame.moments().now()), false, false, ""),
                        new Spot(Cell.NONE, false, true, ""),
                        new Spot(new Cell.Amount("59.90 EUR", new BigDecimal("59.90"), "EUR"), true, false, "")),
                List.of(new RowAct(HERE, "Release", "Release " + name, false, Map.of(), null)));
    }

    private static Page page(Frame frame, List<Line> rows, @Nullable Trouble trouble, boolean looked) {
        return new Page(
                frame,
                new Heading("style", HERE, "A list", "One sentence about it."),
                (long) rows.size(),
                List.of(),
                List.of(new ListViews.Door("Price lists", PriceScreen.PATH)),
                new Tools(
                        List.of(new Filter("state", "State", "choice", "", List.of(new Option("good", "Good", false)))),
                        List.of(new Chip("Money: Not paid", HERE)),
                        List.of(new Option("units", "Units", true)),
                        List.of(new Order("Newest first", HERE, true), new Order("Oldest first", HERE, false)),
                        HERE,
                        HERE,
                        List.of(),
                        "",
                        Map.of(),
                        Map.of()),
                List.of(
                        new Head("Name", false, false, HERE, "ascending"),
                        new Head("State", false, false, null, null),
                        new Head("Units", true, false, HERE, null),
                        new Head("Trend", false, false, null, null),
                        new Head("Since", false, false, null, null),
                        new Head("Nothing", false, true, null, null),
                        new Head("Total", true, false, null, null)),
                rows,
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Button("stop", "Stop", false), new Button("cancel", "Cancel", true)),
                rows.isEmpty() || looked
                        ? List.of()
                        : List.of(new BulkViews.Strip(
                                "example",
                                "Stop 1200 orders",
                                "340 done, 850 left, 10 failed",
                                false,
                                350,
                                1200,
                                HERE,
                                false)),
                null,
                new Empty("No such rows", "No row matches what you asked for.", "Show all", HERE),
                trouble,
                looked,
                null,
                null,
                new ListViews.Here(HERE, ""));
    }

    /** A plot of columns with a line of what is usual. */
    public static Columns columns(String id) {
        List<Point> points = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            double usual = 12 - Math.abs(hour - 13);
            points.add(new Point(
                    hour > 16 ? null : Math.max(0, usual + hour % 3 - 1),
                    Math.max(0, usual),
                    hour % 3 == 0 ? hour + ":00" : "",
                    hour + ":00",
                    List.of(Linked.of(hour, null))));
        }
        return Plots.columns(
                id + "-hours",
                "Orders per hour, " + id,
                "orders",
                "96 orders today",
                1,
                List.of("Hour", "Orders"),
                points);
    }

    /** Bars beside their names. */
    public static Bars bars(String id) {
        return new Bars(
                id + "-bars",
                "Where orders wait, " + id,
                "",
                List.of(
                        new Plots.Row("For a decision", "9", HERE, "100", "warn", null),
                        new Plots.Row("Not reached", "2", HERE, "22", "bad", null),
                        new Plots.Row("For an answer", "5", HERE, "55", "quiet", null),
                        new Plots.Row("For the goods to leave", "0", HERE, "0", "quiet", null)));
    }
}
