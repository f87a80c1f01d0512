package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News: the store now wants something else told about deliveries of which a supplier may know already: address,
 * shipping method, gift message, or what the customer entered for the goods.
 */
public record DeliveriesChanged(MerchantId merchant, List<WantedDelivery> deliveries) {

    public DeliveriesChanged {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * What one order's suppliers are to be told from now on.
     *
     * @param customerRecord the record of who and where to, for {@link OrderLookup#shipTo}
     * @param shipCountry ISO 3166-1 alpha-2; empty when unknown
     * @param shipMethod the store's words; null when it said nothing
     */
    public record WantedDelivery(
            SalesOrderId order,
            UUID customerRecord,
            String shipCountry,
            @Nullable String shipMethod) {}
}
