package dev.baton.world.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens in the month of a demo that lives on, in the order it is placed. */
final class LivingMix {

    /** What waits for a person when somebody opens the console: placed in the last days. */
    private static final List<Plot> OPEN = List.of(
            Plot.HELD_UNKNOWN_SKU,
            Plot.HELD_UNPAID,
            Plot.HELD_BAD_ADDRESS,
            Plot.HELD_BAD_ADDRESS,
            Plot.HELD_NO_SUPPLIER,
            Plot.HELD_OVER_VALUE,
            Plot.HELD_TEST_ORDER,
            Plot.HELD_MARGIN_FLOOR,
            Plot.HELD_POSSIBLE_DUPLICATE,
            Plot.SILENT_FOREVER,
            Plot.SILENT_FOREVER);

    /** Of a month of orders the last so many are of the last three days. */
    private static final double LAST_DAYS = 0.1;

    private LivingMix() {}

    static List<Plot> sequence(int orders, long seed) {
        Random random = new Random(seed);
        List<Plot> month = new ArrayList<>();
        for (int i = 0; i < orders - OPEN.size(); i++) {
            month.add(usual(random.nextInt(100)));
        }
        int from = (int) (month.size() * (1 - LAST_DAYS));
        List<Plot> open = new ArrayList<>(OPEN);
        Collections.shuffle(open, random);
        for (Plot plot : open) {
            month.add(from + random.nextInt(month.size() - from + 1), plot);
        }
        return month;
    }

    private static Plot usual(int draw) {
        if (draw < 22) {
            return Plot.MULTI_SUPPLIER;
        }
        return switch (draw) {
            case 22, 23, 24, 25 -> Plot.REJECTED_THEN_REROUTED;
            case 26, 27, 28 -> Plot.PART_SHIPPED;
            case 29 -> Plot.REST_NOT_COMING;
            case 30, 31 -> Plot.SILENT_THEN_ANSWERED;
            case 32 -> Plot.CANCELLED_AFTER_SEND;
            case 33 -> Plot.UNIT_REFUNDED_AFTER_SEND;
            case 34 -> Plot.RETURN_REFUNDED_AFTER_SHIP;
            case 35 -> Plot.MOVED_AFTER_SEND;
            default -> Plot.PLAIN;
        };
    }
}
