package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Parcels nobody waits for: they hold nothing that was owed, and their supplier stops them or takes them back. That such
 * a one turns round, is held up or gets lost is no trouble of the customer's.
 */
@Component
class StoppedParcels {

    private final ShipmentLookup shipments;
    private final RecallLookup recalls;

    StoppedParcels(ShipmentLookup shipments, RecallLookup recalls) {
        this.shipments = shipments;
        this.recalls = recalls;
    }

    /** Those of the given parcels; needs an open transaction of the merchant. */
    Set<PackageId> of(MerchantId merchant, Collection<TrackedPackages.Row> parcels) {
        Set<PackageId> stopped = new HashSet<>();
        for (SalesOrderId order :
                parcels.stream().map(TrackedPackages.Row::salesOrder).distinct().toList()) {
            List<ShipmentView> sent = shipments.ofSalesOrder(merchant, order);
            Map<UUID, Recall> asked = recalls.ofShipments(
                    merchant, sent.stream().map(each -> each.id().value()).toList());
            for (ShipmentView shipment : sent) {
                Recall recall = asked.get(shipment.id().value());
                if (recall != null && recall.comesBack()) {
                    shipment.packages().stream()
                            .filter(parcel -> parcel.lines().stream().allMatch(line -> line.quantity() == 0))
                            .forEach(parcel -> stopped.add(parcel.id()));
                }
            }
        }
        return stopped;
    }
}
