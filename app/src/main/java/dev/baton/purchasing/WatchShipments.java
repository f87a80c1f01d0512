package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.AskedBack;
import dev.baton.orders.OrderLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.LeasedWork;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a person to call when promised goods have not left in time, and looks again each working day until they have. */
@Component
class WatchShipments implements Watching {

    private static final int BATCH = 50;

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final OrderLookup orders;
    private final ShipBy shipBy;

    WatchShipments(PurchasingDesk desk, SentPurchaseOrders sentPurchaseOrders, OrderLookup orders, ShipBy shipBy) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.orders = orders;
        this.shipBy = shipBy;
    }

    @Override
    public String kind() {
        return ShipBy.KIND;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            desk.tenancy().run(merchant, () -> look(merchant, item));
        }
    }

    private void look(MerchantId merchant, LeasedWork item) {
        SentPurchaseOrder open = sentPurchaseOrders
                .lockIfThere(merchant, new PurchaseOrderId(item.subject()))
                .orElse(null);
        if (open == null || !open.head().status().owesSomething()) {
            desk.work().finish(merchant, List.of(item));
            return;
        }
        SupplierTerms terms = shipBy.terms(merchant, open.head().supplier());
        if (terms.hours().isClosed(desk.clock().instant(), terms.zone())) {
            desk.work().again(merchant, item, shipBy.nextLook(terms), "the supplier is closed");
            return;
        }
        Map<AllocationId, AskedBack> askedBack = orders.askedBack(
                merchant,
                open.lines().stream().map(PurchaseOrderLine::allocation).toList());
        List<PurchaseOrderLine> late = open.lines().stream()
                .filter(line -> line.units().owed()
                        > askedBack
                                .getOrDefault(line.allocation(), AskedBack.NONE)
                                .units())
                .toList();
        if (!late.isEmpty()) {
            desk.tasks().open(merchant, task(open.head(), terms, late));
        }
        desk.work().again(merchant, item, shipBy.nextLook(terms), "waits for the goods to leave");
    }

    private static NewTask task(PurchaseOrder of, SupplierTerms terms, List<PurchaseOrderLine> late) {
        String goods = late.stream()
                .map(line -> line.units().owed() + " of " + line.supplierSku())
                .collect(Collectors.joining(", "));
        return new NewTask(
                ShipBy.LATE,
                "purchase_order",
                of.id().value(),
                terms.name() + " has not shipped " + of.number() + " in time",
                "Still to come: " + goods + ". If nothing is done the customer waits. Ask the supplier for a date, or"
                        + " cancel the units so that they can be ordered elsewhere.");
    }
}
