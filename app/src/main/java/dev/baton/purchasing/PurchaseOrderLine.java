package dev.baton.purchasing;

import dev.baton.catalog.OfferId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;

/**
 * One line of a purchase order: the units of one allocation.
 *
 * @param line the number both sides call it by, from 1; it stays when other lines are withdrawn
 * @param unitCostMicros agreed cost of a unit, in 10⁻⁶ of the purchase order's currency
 * @param withdrawn taken back before sending: not on the document, owed by nobody
 */
public record PurchaseOrderLine(
        PurchaseOrderId purchaseOrder,
        int line,
        AllocationId allocation,
        OrderLineId orderLine,
        OfferId offer,
        String merchantSku,
        String supplierSku,
        String title,
        long unitCostMicros,
        boolean withdrawn,
        LineUnits units) {

    /** The same line as if so many units had been asked for and nothing had been said of them. */
    public PurchaseOrderLine of(int quantity) {
        return with(LineUnits.asked(quantity));
    }

    PurchaseOrderLine with(LineUnits newUnits) {
        return new PurchaseOrderLine(
                purchaseOrder,
                line,
                allocation,
                orderLine,
                offer,
                merchantSku,
                supplierSku,
                title,
                unitCostMicros,
                withdrawn,
                newUnits);
    }
}
