package dev.baton.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From so many selling units of a line on, each of them costs so much.
 *
 * @param quantity fewest selling units that one line must order of the offer, 2 or more
 * @param micros of one unit, in 10⁻⁶ of the currency of the {@link Cost} it stands beside
 */
public record PriceBreak(int quantity, long micros) {

    /** Most price breaks of one cost. */
    public static final int MOST = 10;

    private static final int HIGHEST_QUANTITY = 1_000_000;

    /** How they are kept: {@code 10:9000000,50:8500000}. */
    static String write(List<PriceBreak> breaks) {
        return breaks.isEmpty()
                ? ""
                : breaks.stream()
                        .map(each -> each.quantity() + ":" + each.micros())
                        .collect(Collectors.joining(","));
    }

    static List<PriceBreak> read(String kept) {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<PriceBreak> breaks = new ArrayList<>();
        for (String each : kept.split(",", -1)) {
            int colon = each.indexOf(':');
            breaks.add(new PriceBreak(
                    Integer.parseInt(each.substring(0, colon)), Long.parseLong(each.substring(colon + 1))));
        }
        return breaks;
    }

    /** Why they cannot stand beside a cost, as the way out; null where they can. */
    static @Nullable String fault(long unitCostMicros, List<PriceBreak> stated) {
        if (stated.size() > MOST) {
            return "use at most " + MOST + " price breaks";
        }
        Set<Integer> quantities = new HashSet<>();
        long before = unitCostMicros;
        for (PriceBreak each : inOrder(stated)) {
            if (each.quantity() < 2 || each.quantity() > HIGHEST_QUANTITY) {
                return "let a price break begin at 2 to " + HIGHEST_QUANTITY + " units";
            }
            if (!quantities.add(each.quantity())) {
                return "keep one price break of those that begin at " + each.quantity() + " units";
            }
            if (each.micros() < 0) {
                return "use 0 or more for what a unit costs from " + each.quantity() + " on";
            }
            if (each.micros() > before) {
                return "a unit costs more from " + each.quantity() + " on than of fewer: mend one of the two";
            }
            before = each.micros();
        }
        return null;
    }

    static List<PriceBreak> inOrder(List<PriceBreak> stated) {
        return stated.stream()
                .sorted(Comparator.comparingInt(PriceBreak::quantity))
                .toList();
    }
}
