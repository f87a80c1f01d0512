package dev.baton.api;

import dev.baton.catalog.PriceBreak;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price break; its currency is that of the cost it stands beside.
 *
 * @param quantity fewest units of one line, 2 or more
 * @param unitCost what each unit costs from then on, such as {@code "9.00"}
 */
record PriceBreakBody(int quantity, String unitCost) {

    /** What is stated; null = nothing is said of them. */
    static @Nullable List<PriceBreak> stated(@Nullable List<PriceBreakBody> breaks, String path) {
        if (breaks == null) {
            return null;
        }
        List<PriceBreak> stated = new ArrayList<>();
        for (PriceBreakBody each : breaks) {
            String field = path + "priceBreaks[" + stated.size() + "].unitCost";
            stated.add(new PriceBreak(each.quantity(), Amounts.micros(field, each.unitCost())));
        }
        return stated;
    }

    static List<PriceBreakBody> of(List<PriceBreak> breaks) {
        return breaks.stream()
                .map(each -> new PriceBreakBody(each.quantity(), Amounts.ofMicros(each.micros())))
                .toList();
    }
}
