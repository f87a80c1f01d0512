package dev.baton.purchasing;

import java.time.Instant;
import java.util.Set;

/**
 * What the document says that asks a supplier to ship differently than it was told.
 *
 * @param version of the purchase order as the supplier has it
 * @param changes what differs
 * @param wanted the purchase order as it is to read from now on, in its next version: only lines of which units are
 *     still to come, with those units
 */
public record AmendmentNotice(
        AmendmentId id, int ordinal, int version, Set<AmendedFact> changes, Instant respondBy, ReadyToSend wanted) {}
