package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about stock that is worth knowing, raised once and closed by itself when it is over.
 *
 * @param offer null unless it is about one offer
 * @param supplier null unless it is about one offer
 * @param available selling units that could be sold when it was raised
 * @param sold units sold in the {@code soldDays} days before
 * @param threshold the days it was measured by; 0 = none
 * @param closedAt null while it is so
 */
public record StockAlert(
        UUID id,
        Kind kind,
        SkuId sku,
        @Nullable OfferId offer,
        @Nullable SupplierId supplier,
        long available,
        int sold,
        int soldDays,
        int threshold,
        Instant raisedAt,
        @Nullable Instant closedAt) {

    /** What it is about. Only goods that sell are warned of, but for costs. */
    public enum Kind {
        /** What can be sold lasts fewer days than wanted; over when it lasts a quarter longer than that. */
        LOW,
        /** Nothing can be sold; over when something can. */
        OUT,
        /** It was out and can be sold again; over after three days, or when it is out again. */
        BACK,
        /** A supplier dropped its offer; over when it lists it again. */
        DISCONTINUED,
        /** A figure that is sold on is too old; over with a younger one. */
        STALE,
        /** A supplier stated a cost too far from the one before, which holds until a person decides; over then. */
        COST_JUMP
    }

    /** Days it lasts at the pace it sold, in tenths. */
    public long coverTenths() {
        return sold == 0 ? 0 : available * soldDays * 10 / sold;
    }
}
