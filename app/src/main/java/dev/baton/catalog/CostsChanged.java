package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import java.util.List;

/**
 * Costs of offers are other ones from now on. Published last in the transaction that made them so.
 *
 * @param raised offers that cost more, or whose currency is another
 * @param lowered offers that cost less, or whose currency is another
 */
public record CostsChanged(MerchantId merchant, List<OfferId> raised, List<OfferId> lowered) {

    public CostsChanged {
        raised = List.copyOf(raised);
        lowered = List.copyOf(lowered);
    }
}
