package dev.baton.shipping;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.shipping.ShipmentView.ParcelLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shipments as others read them; every method needs an open transaction of the merchant. */
@Component
public class ShipmentLookup {

    private final Shipments shipments;

    ShipmentLookup(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Of one sales order, in the order they were recorded. */
    public List<ShipmentView> ofSalesOrder(MerchantId merchant, SalesOrderId order) {
        return shipments.ofSalesOrder(merchant, order);
    }

    /** Of one purchase order, in the order they were recorded. */
    public List<ShipmentView> ofPurchaseOrder(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return shipments.ofPurchaseOrder(merchant, purchaseOrder);
    }

    /** What is in the given parcels. */
    public Map<PackageId, List<ParcelLine>> contents(MerchantId merchant, Collection<PackageId> packages) {
        return shipments.lines(merchant, packages.stream().map(PackageId::value).toList());
    }

    /** How many parcels were ever recorded. */
    public long countPackages(MerchantId merchant) {
        return shipments.countPackages(merchant);
    }
}
