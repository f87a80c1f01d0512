package dev.baton.purchasing;

import dev.baton.catalog.OfferId;
import dev.baton.merchants.StoreId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A purchase order that nobody wants anything of: it claims no stock, is counted nowhere, and is kept nowhere. */
public final class TestPurchaseOrder {

    /** What its number and its customer's order begin with. */
    public static final String MARK = "TEST";

    private TestPurchaseOrder() {}

    /**
     * One with a line of two units of an item that is none.
     *
     * @param id stands for everything in it that needs an id
     */
    public static ReadyToSend of(UUID id, SupplierTerms supplier, Instant now) {
        return of(id, supplier, supplier.instructions(), now);
    }

    /** As above, told other words than the supplier's own. */
    public static ReadyToSend of(UUID id, SupplierTerms supplier, Instructions instructions, Instant now) {
        String number = MARK + "-" + id.toString().substring(24);
        PurchaseOrderId order = new PurchaseOrderId(id);
        return new ReadyToSend(
                order,
                number,
                1,
                new SalesOrderId(id),
                supplier.id(),
                new StoreId(id),
                number,
                number,
                id,
                new SubjectId(id),
                "MAIN",
                null,
                supplier.currency(),
                now,
                supplier.hours().plusWorkingHours(now, supplier.ackHours(), supplier.zone()),
                List.of(new PurchaseOrderLine(
                        order,
                        1,
                        new AllocationId(id),
                        new OrderLineId(id),
                        new OfferId(id),
                        "TEST-ITEM",
                        "TEST-ITEM",
                        "TEST – please do not ship",
                        1_000_000,
                        false,
                        LineUnits.asked(2))),
                instructions);
    }
}
