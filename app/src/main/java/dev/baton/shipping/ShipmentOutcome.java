package dev.baton.shipping;

/**
 * What a shipment notice led to; the same for every repeat of it.
 *
 * @param replayed this reference was recorded before, nothing was posted
 */
public record ShipmentOutcome(String number, boolean replayed, ShipmentView shipment) {}
