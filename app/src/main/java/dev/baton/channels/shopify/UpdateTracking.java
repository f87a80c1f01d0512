package dev.baton.channels.shopify;

import dev.baton.channels.Parcel;
import dev.baton.channels.StoreConnection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives a fulfilment in a store other tracking numbers; saying the same twice does nothing. Source: Admin GraphQL API
 * 2026-07, mutation fulfillmentTrackingInfoUpdate.
 */
@Component
class UpdateTracking {

    private final AdminApi api;

    UpdateTracking(AdminApi api) {
        this.api = api;
    }

    /** What came of it. */
    sealed interface Updated {

        /** The store shows them. */
        record Done() implements Updated {}

        /** The store did not take it, in its own words. */
        record NotTaken(String why) implements Updated {}

        /** No usable answer. */
        record Failed(ApiAnswer answer) implements Updated {}
    }

    /** @param notifyCustomer whether the store mails the customer; false where Baton does */
    Updated update(StoreConnection connection, String fulfilmentId, List<Parcel> parcels, boolean notifyCustomer) {
        ApiAnswer answer = api.ask(
                connection,
                Query.FULFILLMENT_TRACKING,
                Map.of(
                        "id",
                        "gid://shopify/Fulfillment/" + fulfilmentId,
                        "tracking",
                        CreateFulfilment.tracking(parcels),
                        "notify",
                        notifyCustomer));
        if (!(answer instanceof ApiAnswer.Told data)) {
            return new Updated.Failed(answer);
        }
        List<String> errors = CreateFulfilment.errors(data.root().path("data").path("fulfillmentTrackingInfoUpdate"));
        return errors.isEmpty() ? new Updated.Done() : new Updated.NotTaken(String.join(" ", errors));
    }
}
