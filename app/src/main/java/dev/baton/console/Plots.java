package dev.baton.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plots as the templates draw them: every length is worked out here, so that a page needs no script and no style. */
public final class Plots {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 200;
    private static final double LEFT = 44;
    private static final double TOP = 26;
    private static final double BOTTOM = 28;
    private static final double GAP = 0.25;
    private static final int TICKS = 4;

    private Plots() {}

    /**
     * One figure of a plot of columns.
     *
     * @param value null = nothing is known
     * @param usual what is usual there; null = nothing is
     * @param label under the axis; empty = none
     * @param name in the table behind
     * @param cells in the table behind, each with the list it counts; null path = none
     */
    public record Point(
            @Nullable Double value, @Nullable Double usual, String label, String name, List<Linked> cells) {}

    /** A figure that opens what it counts; {@code count} null = it is a rate, or a mean. */
    public record Linked(
            String text, @Nullable String path, @Nullable Long count) {

        static Linked of(long count, @Nullable String path) {
            return new Linked(Moments.counted(count), path, count);
        }
    }

    /** A column where it stands. */
    public record Bar(String x, String y, String width, String height) {}

    /** A mark of an axis where it stands. */
    public record Tick(String at, String label) {}

    /**
     * Columns over an axis, with a line of what is usual.
     *
     * @param unit what the upright axis counts
     * @param said what the plot says, in words
     * @param usual points of the line; empty = none
     * @param heads of the table behind
     */
    public record Columns(
            String id,
            String title,
            String unit,
            String said,
            List<Bar> bars,
            String usual,
            List<Tick> across,
            List<Tick> up,
            List<String> heads,
            List<Point> points) {}

    /** A plot of columns; {@code most} is the highest the upright axis must reach. */
    static Columns columns(
            String id, String title, String unit, String said, double most, List<String> heads, List<Point> points) {
        double top = ceiling(points.stream()
                .mapToDouble(point -> Math.max(or0(point.value()), or0(point.usual())))
                .reduce(most, Math::max));
        double step = (WIDTH - LEFT) / Math.max(1, points.size());
        List<Bar> bars = new ArrayList<>();
        List<Tick> across = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = LEFT + i * step;
            if (point.value() != null) {
                double height = point.value() / top * (HEIGHT - TOP - BOTTOM);
                bars.add(new Bar(
                        said(x + step * GAP / 2),
                        said(HEIGHT - BOTTOM - height),
                        said(step * (1 - GAP)),
                        said(height)));
            }
            if (point.usual() != null) {
                line.add(said(x + step / 2) + "," + said(y(point.usual(), top)));
            }
            if (!point.label().isEmpty()) {
                across.add(new Tick(said(x + step / 2), point.label()));
            }
        }
        List<Tick> up = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            double value = top * i / TICKS;
            up.add(new Tick(
                    said(y(value, top)), value == Math.rint(value) ? String.valueOf((long) value) : said(value)));
        }
        return new Columns(
                id, title, unit, said, bars, line.stream().collect(Collectors.joining(" ")), across, up, heads, points);
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    /** The next number that four ticks divide into whole ones. */
    private static double ceiling(double most) {
        for (double at = TICKS; ; at *= 10) {
            for (double top : at == TICKS ? List.of(at, 2 * at) : List.of(at, 2 * at, 2.5 * at)) {
                if (top >= most) {
                    return top;
                }
            }
            if (5 * at >= most) {
                return 5 * at;
            }
        }
    }

    private static String said(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    /** A bar beside its name and its figure; {@code length} of 100, {@code count} null = the figure counts no rows. */
    public record Row(
            String name,
            String figure,
            @Nullable String path,
            String length,
            String mood,
            @Nullable Long count) {}

    /** Bars that lie, each with its own name and figure: the table is the plot. */
    public record Bars(String id, String title, String lead, List<Row> rows) {}

    /** How long a bar is, of 100. */
    static String length(double value, double most) {
        return said(most <= 0 ? 0 : Math.min(100, 100 * value / most));
    }
}
