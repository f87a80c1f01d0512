package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import java.time.Instant;
import java.util.List;

/** News: these parcels were taken to be lost and turned up undelivered; their units are on their way again. */
public record ParcelsFound(MerchantId merchant, List<FoundParcel> parcels) {

    /**
     * One of them.
     *
     * @param lostAt when it was taken to be lost, as {@link ParcelsLost} said it
     */
    public record FoundParcel(PackageId id, SalesOrderId salesOrder, Instant lostAt, Instant foundAt) {}
}
