package dev.baton.sourcing;

import java.util.UUID;

/**
 * Units of one line that one offer ships; a divided line has two of them.
 *
 * @param lineId the sales order's line
 * @param skuId what is shipped
 * @param offerId the chosen offer
 * @param origin who ships it and from where
 * @param quantity selling units
 * @param goodsMicros cost of the goods in 10⁻⁶ of the book currency
 * @param latenessMicros penalty for the lead time in 10⁻⁶ of the book currency
 */
public record Assignment(
        UUID lineId, UUID skuId, UUID offerId, Origin origin, int quantity, long goodsMicros, long latenessMicros) {}
