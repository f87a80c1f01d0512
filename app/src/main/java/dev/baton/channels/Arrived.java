package dev.baton.channels;

import java.util.UUID;

/** A message with the id it will be kept under. */
record Arrived(UUID intake, Delivery delivery) {}
