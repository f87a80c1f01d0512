package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.util.Set;

/**
 * A supplier ships a SKU from one place at a cost.
 *
 * @param shipFrom the supplier's own name of the place
 * @param supplierSku the supplier's own code of the item
 * @param unitCostMicros 10⁻⁶ of the currency per selling unit
 * @param packSize selling units the supplier ships together; a purchase is a multiple of it
 * @param minimumQuantity fewest selling units the supplier sends for a line
 * @param countries ISO 3166-1 alpha-2 it may be shipped to; empty = everywhere
 * @param leadTimeDays working days from order to hand-over to the carrier
 */
public record Offer(
        OfferId id,
        SkuId sku,
        SupplierId supplier,
        String shipFrom,
        String supplierSku,
        long unitCostMicros,
        String currency,
        int packSize,
        int minimumQuantity,
        Set<String> countries,
        int leadTimeDays) {

    /** The place of a supplier that has only one. */
    public static final String MAIN = "MAIN";

    public Offer {
        countries = Set.copyOf(countries);
    }

    /** The same offer at another cost. */
    Offer costing(Cost cost) {
        return new Offer(
                id,
                sku,
                supplier,
                shipFrom,
                supplierSku,
                cost.micros(),
                cost.currency(),
                packSize,
                minimumQuantity,
                countries,
                leadTimeDays);
    }

    /** The same offer, sent otherwise. */
    Offer sent(int pack, int least, int days) {
        return new Offer(
                id, sku, supplier, shipFrom, supplierSku, unitCostMicros, currency, pack, least, countries, days);
    }
}
