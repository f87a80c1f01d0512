package dev.baton.shipping;

import java.util.UUID;

/** Identifies one parcel of a shipment. */
public record PackageId(UUID value) {}
