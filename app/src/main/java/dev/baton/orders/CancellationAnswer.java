package dev.baton.orders;

import java.util.UUID;

/**
 * The supplier's answer on units it was asked to cancel.
 *
 * @param cause the cancellation request's id; the same cause posts once
 * @param quantity units the request was about
 * @param agreed true: they will not be shipped; false: too late, they go on
 */
public record CancellationAnswer(AllocationId allocation, UUID cause, int quantity, boolean agreed) {}
