package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import java.time.Instant;
import java.util.List;

/** News: these parcels are taken to be lost; their units count as lost. */
public record ParcelsLost(MerchantId merchant, List<LostParcel> parcels) {

    /** One of them. */
    public record LostParcel(PackageId id, SalesOrderId salesOrder, Instant lostAt) {}
}
