package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Set;

/**
 * A supplier ships a SKU from one place at a cost.
 *
 * @param shipFrom the supplier's own name of the place
 * @param supplierSku the supplier's own code of the item
 * @param unitCostMicros 10⁻⁶ of the currency per selling unit
 * @param priceBreaks what a unit costs from a quantity of a line on, as in {@link Cost}; empty = the same for every quantity
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
        List<PriceBreak> priceBreaks,
        int packSize,
        int minimumQuantity,
        Set<String> countries,
        int leadTimeDays) {

    /** The place of a supplier that has only one. */
    public static final String MAIN = "MAIN";

    public Offer {
        priceBreaks = List.copyOf(priceBreaks);
        countries = Set.copyOf(countries);
    }

    /** What it costs, by how many units a line orders. */
    public Cost cost() {
        return new Cost(unitCostMicros, currency, priceBreaks);
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
                cost.breaks(),
                packSize,
                minimumQuantity,
                countries,
                leadTimeDays);
    }

    /** The same offer, sent otherwise. */
    Offer sent(int pack, int least, int days) {
        return new Offer(
                id,
                sku,
                supplier,
                shipFrom,
                supplierSku,
                unitCostMicros,
                currency,
                priceBreaks,
                pack,
                least,
                countries,
                days);
    }
}
