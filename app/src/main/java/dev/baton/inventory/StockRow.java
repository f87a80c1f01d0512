package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the table stock; columns as described there. */
record StockRow(
        OfferId offer,
        SkuId sku,
        SupplierId supplier,
        int observed,
        int buffer,
        int withheld,
        long uncovered,
        @Nullable Instant observedAt,
        @Nullable Long observedSequence,
        boolean leftOut,
        boolean discontinued,
        @Nullable Instant shortSince) {

    /** Below 0 when more is kept back and promised than the supplier has. */
    long available() {
        return observed - buffer - withheld - uncovered;
    }
}
