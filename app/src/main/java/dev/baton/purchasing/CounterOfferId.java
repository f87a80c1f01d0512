package dev.baton.purchasing;

import java.util.UUID;

/** Identifies another cost a supplier named for one line of a purchase order. */
public record CounterOfferId(UUID value) {}
