package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the merchant states it. SKU, supplier and place together say which offer it is; the rest is
 * brought to what is stated. Meanings and units as in {@link Offer}.
 *
 * @param sku the merchant's own code
 * @param priceBreaks in any order, at most {@link PriceBreak#MOST}; one that makes nothing cheaper falls away. Empty = the
 *     same cost for every quantity; null = nothing is said of them: those there are stay, as far as they still make a unit
 *     cheaper in the same currency
 * @param since from when the cost holds; null or past = from now, and so does the first cost of a new offer
 */
public record OfferDefinition(
        String sku,
        SupplierId supplier,
        String supplierSku,
        String shipFrom,
        long unitCostMicros,
        String currency,
        @Nullable List<PriceBreak> priceBreaks,
        @Nullable Instant since,
        int packSize,
        int minimumQuantity,
        Set<String> countries,
        int leadTimeDays) {

    public OfferDefinition {
        priceBreaks = priceBreaks == null ? null : List.copyOf(priceBreaks);
        countries = Set.copyOf(countries);
    }

    /** An offer of which nothing but a cost for few units is said. */
    public OfferDefinition(
            String sku,
            SupplierId supplier,
            String supplierSku,
            String shipFrom,
            long unitCostMicros,
            String currency,
            int packSize,
            int minimumQuantity,
            Set<String> countries,
            int leadTimeDays) {
        this(
                sku,
                supplier,
                supplierSku,
                shipFrom,
                unitCostMicros,
                currency,
                null,
                null,
                packSize,
                minimumQuantity,
                countries,
                leadTimeDays);
    }

    /** The same, sold from one pack on. */
    public OfferDefinition(
            String sku,
            SupplierId supplier,
            String supplierSku,
            String shipFrom,
            long unitCostMicros,
            String currency,
            int packSize,
            Set<String> countries,
            int leadTimeDays) {
        this(sku, supplier, supplierSku, shipFrom, unitCostMicros, currency, packSize, 1, countries, leadTimeDays);
    }
}
