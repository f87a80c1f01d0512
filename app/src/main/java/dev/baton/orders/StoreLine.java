package dev.baton.orders;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a store's order.
 *
 * @param storeLineId the store's own id of the line
 * @param sku null or blank when the store has none
 * @param quantity units ordered at first
 * @param remaining units the store still wants delivered, those already on their way included: ordered, less
 *     removed by an edit, less refunded as cancelled
 * @param fulfilledElsewhere units somebody fulfilled in the store by hand, not by us
 * @param requiresShipping false for gift cards, tips, services: never goes to a supplier
 * @param unitPriceMinor in minor units of the order's currency, before discounts
 * @param discountMinor on the whole line
 * @param taxMinor on the whole line
 * @param properties what the customer entered (engraving and the like); shown to the supplier, but for those whose
 *     name begins with an underscore, which a store keeps to itself
 */
public record StoreLine(
        String storeLineId,
        @Nullable String sku,
        String title,
        int quantity,
        int remaining,
        int fulfilledElsewhere,
        boolean requiresShipping,
        long unitPriceMinor,
        long discountMinor,
        long taxMinor,
        Map<String, String> properties) {

    public StoreLine {
        if (quantity < 0 || remaining < 0 || fulfilledElsewhere < 0) {
            throw new IllegalArgumentException("quantities of a line cannot be negative");
        }
        properties = Map.copyOf(properties);
    }

    /** The properties a supplier is shown, by name in order: those the store does not keep to itself. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.keySet().removeIf(name -> name.startsWith("_"));
        return shown;
    }
}
