package dev.baton.world.carrier;

import java.time.Instant;

/** A parcel was seen somewhere. */
record Scan(String order, String carrier, String trackingNumber, Step step, Instant occurredAt) {}
