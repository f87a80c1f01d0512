package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import java.util.UUID;

/**
 * Units of an offer to promise.
 *
 * @param claimId the allocation's id
 * @param quantity selling units, above 0
 */
public record NewClaim(UUID claimId, OfferId offer, SkuId sku, UUID orderLine, int quantity) {}
