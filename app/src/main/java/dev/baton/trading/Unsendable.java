package dev.baton.trading;

import dev.baton.purchasing.PurchaseOrderId;
import java.util.Map;

/** Purchase orders whose documents must not leave, each with the reason; the transaction that began them dies. */
final class Unsendable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never leaves the process
    private final Map<PurchaseOrderId, String> reasons;

    Unsendable(Map<PurchaseOrderId, String> reasons) {
        super(reasons.size() + " documents must not leave");
        this.reasons = Map.copyOf(reasons);
    }

    Map<PurchaseOrderId, String> reasons() {
        return reasons;
    }
}
