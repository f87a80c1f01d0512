package dev.baton.shipping;

import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedLine;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;

/** Makes the news of a recorded shipment: only what was owed concerns the store and the customer. */
final class Dispatch {

    private Dispatch() {}

    static Dispatched of(ShipmentView shipment) {
        return new Dispatched(
                shipment.id(),
                shipment.salesOrder(),
                shipment.supplier(),
                shipment.shippedAt(),
                shipment.packages().stream().map(Dispatch::parcel).toList());
    }

    private static DispatchedPackage parcel(ParcelView parcel) {
        return new DispatchedPackage(
                parcel.id(),
                parcel.carrierCode(),
                parcel.carrierSaid(),
                parcel.carrierGuessed(),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                parcel.lines().stream()
                        .filter(line -> line.quantity() > 0)
                        .map(line -> new DispatchedLine(line.orderLine(), line.allocation(), line.quantity()))
                        .toList());
    }
}
