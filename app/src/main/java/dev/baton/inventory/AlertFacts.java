package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alerts of a SKU are decided by.
 *
 * @param sold units sold in the last {@code soldDays} days
 * @param available units that can be sold: of all offers, less what waits, at least 0
 * @param lowDays cover below which it is low; 0 = never
 */
record AlertFacts(SkuId sku, int sold, int soldDays, long available, int lowDays, List<OfOffer> offers) {

    /** Fewer units than these in all the time are chance, not a pace. */
    private static final int LEAST_UNITS = 2;

    AlertFacts {
        offers = List.copyOf(offers);
    }

    /** One offer; {@code staleDays} 0 = never stale. */
    record OfOffer(
            OfferId offer,
            SupplierId supplier,
            int observed,
            boolean discontinued,
            @Nullable Instant effectiveAt,
            int staleDays) {}

    boolean sells() {
        return sold >= LEAST_UNITS;
    }

    /** Whether somebody offers it still. */
    boolean mayComeAgain() {
        return offers.stream().anyMatch(offer -> !offer.discontinued());
    }

    /** Whether it lasts fewer than so many tenths of a day. */
    boolean lastsLessThan(long tenths) {
        return available * soldDays * 10 < tenths * sold;
    }
}
