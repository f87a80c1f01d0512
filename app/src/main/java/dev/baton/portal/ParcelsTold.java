package dev.baton.portal;

import dev.baton.carriers.TrackingNumber;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Knows what was told already from another showing of the page: the order opened twice, from its mail and from the list of
 * open orders, with the same parcel typed into both.
 */
@Component
class ParcelsTold {

    private final ShipmentLookup shipments;

    ParcelsTold(ShipmentLookup shipments) {
        this.shipments = shipments;
    }

    /**
     * Whether nothing is owed any more of what the notice is about, and each of its parcels has the number of one that was
     * told. Needs an open transaction.
     */
    boolean has(MerchantId merchant, PurchaseOrderView order, NewShipment notice) {
        Map<Integer, PurchaseOrderLine> lines =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::line, line -> line));
        boolean owed = notice.packages().stream()
                .flatMap(parcel -> parcel.lines().stream())
                .map(PackageLine::line)
                .map(lines::get)
                .anyMatch(line -> line == null || line.units().owed() > 0);
        if (owed) {
            return false;
        }
        Set<String> told = shipments.ofPurchaseOrder(merchant, order.id()).stream()
                .flatMap(shipment -> shipment.packages().stream())
                .map(ParcelView::trackingNumber)
                .map(ParcelsTold::bare)
                .collect(Collectors.toSet());
        return notice.packages().stream()
                .map(NewPackage::trackingNumber)
                .allMatch(number -> !number.isBlank() && told.contains(bare(number)));
    }

    private static String bare(String number) {
        return TrackingNumber.of(number).normalised();
    }
}
