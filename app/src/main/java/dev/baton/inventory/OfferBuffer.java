package dev.baton.inventory;

import dev.baton.catalog.OfferId;

/**
 * Units of an offer never to sell.
 *
 * @param units selling units, 0 or more
 */
public record OfferBuffer(OfferId offer, int units) {}
