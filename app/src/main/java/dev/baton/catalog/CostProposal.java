package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost a supplier stated that jumped too far to be applied by itself.
 *
 * @param before the cost that holds until a person decides
 * @param since from when the new one is to hold
 * @param listed the row of the price list that asks; null when its rows came by a call, and for old ones
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
        Instant proposedAt,
        @Nullable ListedIn listed) {}
