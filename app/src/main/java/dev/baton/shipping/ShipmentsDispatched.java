package dev.baton.shipping;

import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News: goods left suppliers; the store, the customer and tracking have to know. */
public record ShipmentsDispatched(MerchantId merchant, List<Dispatched> shipments) {

    /** Version of the frozen facts, for whoever stores them. */
    public static final int SCHEMA_VERSION = 1;

    /** One shipment. */
    public record Dispatched(
            ShipmentId shipment,
            SalesOrderId salesOrder,
            SupplierId supplier,
            Instant shippedAt,
            List<DispatchedPackage> packages) {}

    /**
     * One parcel.
     *
     * @param carrierCode carrier as Baton calls it, or {@code unknown}
     * @param carrierSaid the supplier's word; empty = none
     * @param carrierGuessed recognised from the number, not stated by the supplier
     * @param trackingNumber empty = none
     * @param trackingUrl the carrier's page; null when none is known
     * @param lines units that were owed; empty when the parcel holds nothing but excess
     */
    public record DispatchedPackage(
            PackageId id,
            String carrierCode,
            String carrierSaid,
            boolean carrierGuessed,
            String trackingNumber,
            @Nullable String trackingUrl,
            List<DispatchedLine> lines) {}

    /** Owed units of one order line in a parcel, 1 or more. */
    public record DispatchedLine(OrderLineId orderLine, AllocationId allocation, int quantity) {}
}
