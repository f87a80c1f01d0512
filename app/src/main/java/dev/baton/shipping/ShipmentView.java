package dev.baton.shipping;

import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded shipment with its parcels. */
public record ShipmentView(
        ShipmentId id,
        PurchaseOrderId purchaseOrder,
        SalesOrderId salesOrder,
        SupplierId supplier,
        String reference,
        Instant shippedAt,
        Instant recordedAt,
        List<ParcelView> packages) {

    ShipmentView withPackages(List<ParcelView> parcels) {
        return new ShipmentView(id, purchaseOrder, salesOrder, supplier, reference, shippedAt, recordedAt, parcels);
    }

    /**
     * One parcel.
     *
     * @param carrierSaid the supplier's word; empty = none
     * @param carrierCode carrier as Baton calls it, or {@code unknown}
     * @param trackingNumber without blanks and dashes; empty = none
     * @param trackingUrl the carrier's page; null when none is known
     * @param remark what is wrong with the number; null = nothing
     */
    public record ParcelView(
            PackageId id,
            String carrierSaid,
            String carrierCode,
            boolean carrierGuessed,
            String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            @Nullable String remark,
            List<ParcelLine> lines) {}

    /**
     * Units of one purchase order line in a parcel.
     *
     * @param quantity units that were owed
     * @param excess units beyond that, as the supplier reported them
     */
    public record ParcelLine(int line, AllocationId allocation, OrderLineId orderLine, int quantity, int excess) {}
}
