package dev.baton.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The line of a small plot in a table. */
public final class Trends {

    private static final double WIDTH = 64;
    private static final double HEIGHT = 20;
    private static final double EDGE = 2;

    private Trends() {}

    /** The points of the line, from the first figure on the left to the last on the right; the lowest at the bottom. */
    public static String points(List<Double> figures) {
        double low = figures.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = figures.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double span = high > low ? high - low : 1;
        double step = figures.size() > 1 ? (WIDTH - 2 * EDGE) / (figures.size() - 1) : 0;
        return IntStream.range(0, figures.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        EDGE + i * step,
                        HEIGHT - EDGE - (figures.get(i) - low) / span * (HEIGHT - 2 * EDGE)))
                .collect(Collectors.joining(" "));
    }
}
