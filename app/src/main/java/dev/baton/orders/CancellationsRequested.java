package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.UUID;

/** News: units already sent to a supplier are not wanted any more; the supplier must be asked and must answer. */
public record CancellationsRequested(MerchantId merchant, List<CancellationAsked> asked) {

    public CancellationsRequested {
        asked = List.copyOf(asked);
    }

    /**
     * Units of one allocation to ask for.
     *
     * @param requestId what caused it; the same for all units of one cancel
     */
    public record CancellationAsked(
            SalesOrderId order, AllocationId allocation, int quantity, UUID requestId, String reason) {}
}
