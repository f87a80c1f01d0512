package dev.baton.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * Units of a claim that the supplier took, accepted or shipped. Whether that changes its figure is decided by how
 * the supplier counts.
 *
 * @param claimId the allocation's id
 * @param quantity selling units, above 0
 * @param effectiveAt when it happened; a time to come is taken as now
 * @param causeId the id of the transmission, answer or shipment: the same one counts once
 */
public record NewDeduction(UUID claimId, int quantity, Instant effectiveAt, DeductionCause cause, UUID causeId) {}
