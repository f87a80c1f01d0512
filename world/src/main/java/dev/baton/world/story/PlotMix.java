package dev.baton.world.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How many orders of each plot a run has, and in which order they come. */
final class PlotMix {

    /** Orders that repeat another one: left held, and asked about with each answer. */
    private static final List<Plot> REPEATS =
            Arrays.stream(Plot.values()).filter(Plot::isRepeat).toList();

    /** Held orders are at most this share of all, a kind at least once. */
    private static final double HELD_SHARE = 0.05;

    /** Kinds of holds that come in different ways, and those that come in one. */
    private static final int HELD_OFTEN = 5;

    private static final int HELD_ONCE = HoldKind.values().length - 1 - HELD_OFTEN;

    /** More than enough for one of each plot. */
    private static final int ENOUGH = 1_000;

    private static final boolean AMENDED = true;

    private PlotMix() {}

    /** The fewest orders that are enough for one of each plot; so is every number above, though shares are rounded. */
    static int fewest() {
        int orders = ENOUGH;
        while (total(counts(orders - 1)) <= orders - 1) {
            orders--;
        }
        return orders;
    }

    private static int total(Map<Plot, Integer> counts) {
        int orders = counts.values().stream().mapToInt(Integer::intValue).sum();
        return orders + REPEATS.size() + counts.getOrDefault(Plot.LAST_UNIT, 0);
    }

    /** Orders of each plot; they add up to {@code orders} from {@link #fewest} on, else to a few more. */
    static Map<Plot, Integer> counts(int orders) {
        Map<Plot, Integer> counts = new EnumMap<>(Plot.class);
        // Some more are held and end; of the kinds that are held in one way only there is one each.
        int more = REPEATS.size();
        int perHold = Math.max(1, (int) ((orders * HELD_SHARE - more - HELD_ONCE) / HELD_OFTEN));
        for (Plot plot : Plot.values()) {
            int wanted = switch (plot) {
                case HELD_UNPAID, HELD_BAD_ADDRESS, HELD_NO_DATA_PERMISSION, HELD_OVER_VALUE, HELD_REFUNDED -> perHold;
                case HELD_UNKNOWN_SKU,
                        HELD_NO_SUPPLIER,
                        HELD_POSSIBLE_DUPLICATE,
                        REPEATED_BOTH_MEANT,
                        REPEATED_NOT_MEANT,
                        REPEATED_UNANSWERED,
                        HELD_TEST_ORDER,
                        HELD_BLOCKED_COUNTRY,
                        HELD_FRAUD_RISK,
                        HELD_COUNTRY_CHANGED,
                        HELD_BY_HAND,
                        HELD_MARGIN_FLOOR,
                        HELD_REROUTE_LIMIT,
                        HELD_SUPPLIER_AWAY -> 1;
                case MULTI_SUPPLIER -> share(orders, 0.30);
                case BUNDLE -> share(orders, 0.05);
                case SPLIT_LINE -> share(orders, 0.02);
                case CANCELLED_BEFORE_SEND, CANCELLED_AFTER_SEND -> share(orders, 0.015);
                case SCARCE -> share(orders, 0.048);
                case SCARCE_BY_FILE -> Math.max(2, share(orders, 0.024));
                case LAST_UNIT, LIED_TO -> share(orders, 0.006);
                case REJECTED_THEN_REROUTED, PART_SHIPPED -> share(orders, 0.04);
                case REST_NOT_COMING -> Market.isMailed() ? share(orders, 0.01) : 0;
                case MOVED_AFTER_SEND -> AMENDED ? Math.max(2, share(orders, 0.01)) : 0;
                case MOVED_BEFORE_SEND, MOVED_TOO_LATE, UNIT_REFUNDED_AFTER_SEND, RETURN_REFUNDED_AFTER_SHIP ->
                    AMENDED ? share(orders, 0.004) : 0;
                case CHANGED_BEFORE_SEND -> Changes.BEFORE_SEND.size();
                case CHANGED_AFTER_SEND -> Changes.AFTER_SEND.size();
                case CHANGED_AFTER_SHIP -> Changes.AFTER_SHIP.size();
                case WAITING, LINE_REMOVED_BEFORE_SEND, REFUNDED_BEFORE_SEND, CANCEL_TOO_LATE -> share(orders, 0.01);
                case SILENT_THEN_ANSWERED -> share(orders, 0.012);
                case SILENT_FOREVER, PARKED, WATCHED_THEN_LIVE, COSTS_MORE, SHIPPED_AFTER_CANCEL ->
                    share(orders, 0.004);
                case RETURNED_THEN_RESENT -> Market.isMailed() ? share(orders, 0.004) : 0;
                case PARKED_THEN_RESENT, REFUNDED_THEN_RELEASED -> share(orders, 0.002);
                case PLAIN -> 0;
            };
            counts.put(plot, wanted);
        }
        int planned = counts.values().stream().mapToInt(Integer::intValue).sum();
        // Each repeat brings the plain order it repeats, each last unit the order in the other store.
        int beside = REPEATS.size() + counts.getOrDefault(Plot.LAST_UNIT, 0);
        counts.put(Plot.PLAIN, Math.max(1, orders - planned - beside));
        return counts;
    }

    /** The plots in the order they are placed; what takes longest to end comes in the first third. */
    static List<Plot> sequence(Map<Plot, Integer> counts, long seed) {
        List<Plot> early = new ArrayList<>();
        List<Plot> rest = new ArrayList<>();
        counts.forEach((plot, count) -> {
            for (int i = 0; i < count; i++) {
                (isLong(plot) ? early : rest).add(plot);
            }
        });
        Random random = new Random(seed);
        Collections.shuffle(rest, random);
        List<Plot> sequence = new ArrayList<>(rest);
        int third = Math.max(1, sequence.size() / 3);
        for (Plot plot : early) {
            sequence.add(random.nextInt(third), plot);
        }
        return sequence;
    }

    private static boolean isLong(Plot plot) {
        return plot == Plot.SILENT_FOREVER
                || plot == Plot.SILENT_THEN_ANSWERED
                || plot == Plot.PARKED_THEN_RESENT
                || plot == Plot.RETURNED_THEN_RESENT
                || plot == Plot.WATCHED_THEN_LIVE
                || plot == Plot.HELD_REROUTE_LIMIT
                || plot.isRepeat()
                || plot == Plot.SCARCE
                || plot == Plot.SCARCE_BY_FILE
                || plot == Plot.LAST_UNIT;
    }

    private static int share(int orders, double part) {
        return Math.max(1, (int) Math.round(orders * part));
    }
}
