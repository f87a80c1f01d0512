package dev.baton.sourcing;

import java.util.UUID;

/**
 * One offer that was weighed for one line, what was seen of it and how it fared.
 *
 * @param lineId the sales order's line
 * @param offerId the offer
 * @param origin who would ship it and from where
 * @param available selling units seen at the moment of the decision; zero or less is none
 * @param unitCostMicros cost of one selling unit in 10⁻⁶ of {@code currency}, of as many as it ships, or would ship if it
 *     filled the line
 * @param pricedFrom the quantity from which that cost holds; 1 where no price break is reached
 * @param currency ISO 4217 of the cost
 * @param verdict chosen, or why not
 */
public record Considered(
        UUID lineId,
        UUID offerId,
        Origin origin,
        int available,
        long unitCostMicros,
        int pricedFrom,
        String currency,
        Verdict verdict) {}
