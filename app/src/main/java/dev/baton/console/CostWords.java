package dev.baton.console;

import dev.baton.catalog.Cost;
import dev.baton.catalog.PriceBreak;

/** Costs as people read them. */
final class CostWords {

    private CostWords() {}

    /** What a unit costs, with what it costs of more: {@code 10.00 EUR, 9.00 EUR from 10 on}. */
    static String of(Cost cost, Moments moments) {
        StringBuilder words = new StringBuilder(moments.micros(cost.micros(), cost.currency()));
        for (PriceBreak each : cost.breaks()) {
            words.append(", ")
                    .append(moments.micros(each.micros(), cost.currency()))
                    .append(" from ")
                    .append(each.quantity())
                    .append(" on");
        }
        return words.toString();
    }
}
