package dev.baton.purchasing;

/**
 * What a supplier's answer to a cancellation question led to; the same for every repeat of it.
 *
 * @param cancelledUnits units that will not be shipped
 * @param shippedUnits units asked for that had left or were rejected before
 */
public record CancellationOutcome(
        String number, CancellationId cancellation, Cancellation.Status status, int cancelledUnits, int shippedUnits) {}
