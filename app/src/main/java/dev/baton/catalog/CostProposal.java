package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;

/**
 * A cost a supplier stated that jumped too far to be applied by itself.
 *
 * @param before the cost that holds until a person decides
 * @param since from when the new one is to hold
 */
public record CostProposal(
        UUID id,
        OfferId offer,
        SupplierId supplier,
        String sku,
        String supplierSku,
        String shipFrom,
        Cost before,
        Cost proposed,
        Instant since,
        Instant proposedAt) {}
