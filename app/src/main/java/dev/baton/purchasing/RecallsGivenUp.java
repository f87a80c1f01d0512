package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: recalls that suppliers refused were given up; their parcels go on to their customers, who were told otherwise. */
public record RecallsGivenUp(MerchantId merchant, List<Recall> recalls) {

    public RecallsGivenUp {
        recalls = List.copyOf(recalls);
    }
}
