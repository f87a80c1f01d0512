package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import java.util.List;

/**
 * What of a SKU can be sold, and why.
 *
 * @param available units of all offers together
 * @param waiting ordered units no supplier has
 * @param published units a store may show: available less waiting, never below 0
 */
public record StockExplanation(SkuId sku, long available, long waiting, long published, List<OfferStock> offers) {

    public StockExplanation {
        offers = List.copyOf(offers);
    }
}
