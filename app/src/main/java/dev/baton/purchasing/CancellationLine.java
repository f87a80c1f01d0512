package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import java.util.UUID;

/**
 * Units of one purchase order line in a cancellation question.
 *
 * @param request the wish that led to it
 * @param cancelled units the supplier leaves out; 0 until it has answered
 */
public record CancellationLine(
        CancellationId cancellation, UUID request, int line, AllocationId allocation, int quantity, int cancelled) {

    CancellationLine withCancelled(int units) {
        return new CancellationLine(cancellation, request, line, allocation, quantity, units);
    }
}
