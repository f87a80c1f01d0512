package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: costs of these offers jumped and wait for a person, or do not wait any more. */
public record CostQuestionsChanged(MerchantId merchant, List<OfferId> offers) {

    public CostQuestionsChanged {
        offers = List.copyOf(offers);
    }
}
