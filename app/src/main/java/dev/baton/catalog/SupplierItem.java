package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of a supplier's price list that is no offer yet: nobody has said which SKU it is.
 *
 * @param gtin in 14 digits; null when not known
 * @param since from when its cost holds
 * @param weightGrams of a selling unit; null when the list does not say
 * @param minimumQuantity fewest selling units of an order; null when the list does not say
 * @param listed the row of the price list that named it last; null when its rows came by a call, and for old ones
 */
public record SupplierItem(
        UUID id,
        SupplierId supplier,
        String supplierSku,
        String shipFrom,
        String title,
        @Nullable String gtin,
        Cost cost,
        int packSize,
        int leadTimeDays,
        Instant since,
        @Nullable Integer weightGrams,
        @Nullable Integer minimumQuantity,
        @Nullable ListedIn listed) {}
