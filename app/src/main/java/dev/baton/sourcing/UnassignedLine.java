package dev.baton.sourcing;

import java.util.UUID;

/**
 * A line nobody can ship now; the others are planned as if it were not there, and the caller decides whether they wait.
 *
 * @param lineId the sales order's line
 * @param skuId what is wanted
 * @param quantity selling units
 * @param reason what stopped the offer that came furthest
 */
public record UnassignedLine(UUID lineId, UUID skuId, int quantity, Reason reason) {
    /** Why a line found no supplier, from the earliest obstacle to the last one. */
    public enum Reason {
        /** No supplier offers the SKU. */
        NO_OFFER,
        /** The supplier the line is pinned to does not offer it. */
        PIN_NOT_OFFERED,
        /** Every supplier that offers it is blocked, for instance paused. */
        ALL_PAUSED,
        /** No offer is sold into the country. */
        NO_COUNTRY,
        /** No offer may travel with a carrier the order allows. */
        NO_CARRIER,
        /** A cost is in a currency without an exchange rate. */
        NO_FX,
        /** A cost is too large to be added up. */
        NOT_PRICEABLE,
        /** No price for shipping there, or not for that weight. */
        NO_RATE,
        /** Every supplier sells it in larger quantities only. */
        BELOW_MINIMUM,
        /** The quantity is not made of whole packs. */
        PACK_MISMATCH,
        /** Too few units, or the order's other lines take them. */
        NO_STOCK
    }
}
