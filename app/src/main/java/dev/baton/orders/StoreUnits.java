package dev.baton.orders;

/**
 * Units of a line of the store's order that have left in whole: of a bundle, as many as all its parts have left
 * for.
 *
 * @param shippedByUs store units shipped by our suppliers so far
 */
public record StoreUnits(String storeLineId, int storeQuantity, int shippedByUs) {}
