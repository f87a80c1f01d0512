package dev.baton.api;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.TrackingLookup;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shipments with what carriers say of them; every method needs an open transaction of the merchant. */
@Component
class Shipped {

    private final ShipmentLookup shipments;
    private final TrackingLookup tracking;
    private final LostParcels lost;

    Shipped(ShipmentLookup shipments, TrackingLookup tracking, LostParcels lost) {
        this.shipments = shipments;
        this.tracking = tracking;
        this.lost = lost;
    }

    List<ShipmentBody> ofOrder(MerchantId merchant, SalesOrderId order) {
        return print(merchant, shipments.ofSalesOrder(merchant, order));
    }

    List<ShipmentBody> ofPurchaseOrder(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return print(merchant, shipments.ofPurchaseOrder(merchant, purchaseOrder));
    }

    private List<ShipmentBody> print(MerchantId merchant, List<ShipmentView> found) {
        List<PackageId> parcels = found.stream()
                .flatMap(shipment -> shipment.packages().stream())
                .map(ParcelView::id)
                .toList();
        Map<PackageId, ParcelStory> stories = parcels.isEmpty() ? Map.of() : tracking.stories(merchant, parcels);
        Map<PackageId, LostParcels.Verdict> gone = parcels.isEmpty() ? Map.of() : lost.of(merchant, parcels);
        return found.stream()
                .map(shipment -> ShipmentBody.of(shipment, stories, gone))
                .toList();
    }
}
