package dev.baton.world.story;

import java.util.List;
import java.util.Map;

/**
 * An SKU of the merchant.
 *
 * @param parts units of other SKUs by SKU where it is a bundle, else empty
 * @param offers who sells it; empty for a bundle
 */
public record Goods(
        String sku, String title, int grams, long priceCents, Map<String, Integer> parts, List<Offer> offers) {

    /**
     * One supplier's offer.
     *
     * @param supplierSku the supplier's own number for it
     * @param unitCost decimal in the supplier's currency
     * @param onHand units on its shelf when the run begins
     * @param countries where this offer may go, empty = wherever the supplier ships
     */
    public record Offer(String supplier, String supplierSku, String unitCost, int onHand, List<String> countries) {}
}
