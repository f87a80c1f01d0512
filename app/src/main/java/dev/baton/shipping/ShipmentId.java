package dev.baton.shipping;

import java.util.UUID;

/** Identifies one recorded shipment. */
public record ShipmentId(UUID value) {}
