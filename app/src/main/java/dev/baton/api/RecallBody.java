package dev.baton.api;

import dev.baton.purchasing.Recall;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units a supplier shipped although it had agreed not to, and what it does about them.
 *
 * @param state {@code open}, {@code stops}, {@code takes_back} or {@code refused}
 * @param units in all
 * @param cost what they cost, in the purchase order's currency
 * @param answerReason the supplier's own words
 * @param givenUpAt since when a refused one is given up: the parcel is left to its customer, who was told; null = it is not
 */
record RecallBody(
        String recallId,
        String shipmentId,
        String state,
        List<RecalledUnits> lines,
        int units,
        String cost,
        Instant askedAt,
        Instant respondBy,
        @Nullable Instant answeredAt,
        @Nullable String answerReason,
        @Nullable Instant givenUpAt) {

    /** Units of one line of the purchase order. */
    record RecalledUnits(int line, int quantity, String unitCost) {}

    static RecallBody of(Recall recall) {
        return new RecallBody(
                recall.id().value().toString(),
                recall.shipment().toString(),
                Lists.word(recall.status()),
                recall.lines().stream()
                        .map(line -> new RecalledUnits(
                                line.line(), line.quantity(), Amounts.ofMicros(line.unitCostMicros())))
                        .toList(),
                recall.units(),
                Amounts.ofMicros(recall.costMicros()),
                recall.askedAt(),
                recall.respondBy(),
                recall.answeredAt(),
                recall.answerReason(),
                recall.givenUpAt());
    }
}
