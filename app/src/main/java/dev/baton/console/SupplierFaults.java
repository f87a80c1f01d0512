package dev.baton.console;

import dev.baton.console.SupplierViews.Fault;
import dev.baton.console.SupplierViews.Faults;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a supplier shipped although it had agreed not to; needs an open transaction of the merchant. */
@Component
class SupplierFaults {

    private static final int MOST = 20;

    private final RecallLookup recalls;
    private final PurchaseOrderLookup purchases;

    SupplierFaults(RecallLookup recalls, PurchaseOrderLookup purchases) {
        this.recalls = recalls;
        this.purchases = purchases;
    }

    Faults of(MerchantId merchant, SupplierId supplier) {
        List<Recall> last = recalls.ofSupplier(merchant, supplier, MOST);
        Map<PurchaseOrderId, PurchaseOrderView> heads = purchases.headsOf(
                merchant, last.stream().map(Recall::purchaseOrder).distinct().toList());
        return new Faults(
                recalls.countOf(merchant, supplier),
                last.stream()
                        .map(recall -> fault(recall, Objects.requireNonNull(heads.get(recall.purchaseOrder()))))
                        .toList());
    }

    private static Fault fault(Recall recall, PurchaseOrderView of) {
        String does = switch (recall.status()) {
            case OPEN -> "not answered";
            case STOPS -> "it stops the parcel";
            case TAKES_BACK -> "it takes it back";
            case REFUSED -> recall.mayBeGivenUp() ? "it does nothing about it" : "left to the customer";
        };
        return new Fault(
                of.number(),
                PurchaseSheet.path(of),
                recall.askedAt(),
                recall.units() + (recall.units() == 1 ? " unit, " : " units, ") + Micros.format(recall.costMicros())
                        + " " + of.currency() + ", " + does);
    }
}
