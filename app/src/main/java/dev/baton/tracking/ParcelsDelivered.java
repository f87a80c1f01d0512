package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import java.time.Instant;
import java.util.List;

/** News: carriers say these parcels are with the customer; their units count as delivered. */
public record ParcelsDelivered(MerchantId merchant, List<DeliveredParcel> parcels) {

    /** One of them. */
    public record DeliveredParcel(PackageId id, SalesOrderId salesOrder, Instant deliveredAt) {}
}
