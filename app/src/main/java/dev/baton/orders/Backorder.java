package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU somebody waits for.
 *
 * @param code the merchant's code of it
 * @param units ordered units no supplier has
 * @param lines order lines they are of
 * @param since when the oldest of them came in
 * @param available units suppliers have for it now: these could be served
 * @param byHand whether a person releases them
 * @param expected when more is expected, the earliest first
 */
public record Backorder(
        SkuId sku,
        String code,
        long units,
        int lines,
        Instant since,
        long available,
        boolean byHand,
        List<Expected> expected) {

    public Backorder {
        expected = List.copyOf(expected);
    }

    /** Where a promised date comes from. */
    public enum Source {
        /** A supplier has it now. */
        STOCK,
        /** A supplier named the day. */
        SUPPLIER,
        /** The merchant named it. */
        MERCHANT
    }

    /**
     * Stock that is expected.
     *
     * @param quantity units; null = not known, taken as enough
     */
    public record Expected(
            LocalDate on, @Nullable Integer quantity, Source source, SupplierId supplier, OfferId offer) {}

    /**
     * One order in the line, the oldest first.
     *
     * @param position of its last unit in the line, from 1
     * @param promised the day on which what is there and what is expected reaches it; null = nothing known does
     */
    public record InLine(
            SalesOrderId order,
            String number,
            String storeOrderName,
            OrderLineId line,
            String title,
            int units,
            long position,
            Instant since,
            @Nullable Promised promised) {}

    /** A promised day; {@code supplier} is null where it is stock of several. */
    public record Promised(
            LocalDate on, Source source, @Nullable SupplierId supplier) {}
}
