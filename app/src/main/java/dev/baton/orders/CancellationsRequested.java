package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.UUID;

/**
 * News: units already sent to a supplier are not wanted of it any more; the supplier must be asked and must answer.
 *
 * @param unwanted allocations of which units, asked back to go to others before, go to nobody now
 */
public record CancellationsRequested(MerchantId merchant, List<CancellationAsked> asked, List<AllocationId> unwanted) {

    public CancellationsRequested {
        asked = List.copyOf(asked);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * Units of one allocation to ask for.
     *
     * @param requestId what caused it; the same for all units of one cancel
     * @param forOthers whether another supplier is to ship them; false = nobody is
     */
    public record CancellationAsked(
            SalesOrderId order,
            AllocationId allocation,
            int quantity,
            UUID requestId,
            String reason,
            boolean forOthers) {}
}
