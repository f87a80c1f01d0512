package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Set;

/**
 * An offer as the merchant states it. SKU, supplier and place together say which offer it is; the rest is
 * brought to what is stated. Meanings and units as in {@link Offer}.
 *
 * @param sku the merchant's own code
 * @param priceBreaks in any order, at most {@link PriceBreak#MOST}; one that makes nothing cheaper falls away
 */
public record OfferDefinition(
        String sku,
        SupplierId supplier,
        String supplierSku,
        String shipFrom,
        long unitCostMicros,
        String currency,
        List<PriceBreak> priceBreaks,
        int packSize,
        int minimumQuantity,
        Set<String> countries,
        int leadTimeDays) {

    public OfferDefinition {
        priceBreaks = List.copyOf(priceBreaks);
        countries = Set.copyOf(countries);
    }

    /** An offer of one cost for every quantity. */
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
                List.of(),
                packSize,
                minimumQuantity,
                countries,
                leadTimeDays);
    }

    /** An offer of one cost for every quantity, that is sold from one pack on. */
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
