package dev.baton.inventory;

import java.util.UUID;

/**
 * Units of a claim to give back.
 *
 * @param claimId the allocation's id
 * @param quantity selling units, above 0; more than the claim still holds gives back what it holds
 * @param cause the id of what made it so (a cancellation, an answer's line): the same cause counts once
 * @param why in the merchant's words
 */
public record ClaimRelease(UUID claimId, int quantity, UUID cause, String why) {}
