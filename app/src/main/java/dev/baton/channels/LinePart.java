package dev.baton.channels;

import java.util.UUID;

/**
 * What one order line is of a line of the store: the line itself, or one component of a bundle the store sells as
 * one thing.
 *
 * @param perUnit units of the order line in one unit of the store's line, 1 or more
 * @param cancelled units of the order line that will never leave
 */
public record LinePart(UUID orderLine, String storeLineId, int perUnit, int cancelled) {}
