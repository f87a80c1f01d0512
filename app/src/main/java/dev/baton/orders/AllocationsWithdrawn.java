package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: these allocations were never sent and are not wanted any more; their purchase-order lines are void. */
public record AllocationsWithdrawn(MerchantId merchant, List<AllocationId> allocations, String why) {

    public AllocationsWithdrawn {
        allocations = List.copyOf(allocations);
    }
}
