package dev.baton.channels;

import dev.baton.channels.StoreStock.Location;
import dev.baton.channels.StoreStock.LocationsAnswer;
import dev.baton.merchants.Store;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a store for its locations. */
@Component
public class FindLocations {

    private final StoreConnections connections;
    private final StoreStock stock;

    FindLocations(StoreConnections connections, StoreStock stock) {
        this.connections = connections;
        this.stock = stock;
    }

    /**
     * All locations of the store; asks it, so call it outside of any transaction.
     *
     * @throws Problem CONFLICT when Baton has no access to the store, or the store did not say
     */
    public List<Location> of(MerchantId merchant, Store store) {
        StoreConnection connection = connections
                .current(merchant, store.id())
                .filter(StoreConnection::canCall)
                .orElseThrow(() -> new Problem(
                        CommonProblem.CONFLICT,
                        "Baton has no access to the API of the store " + store.code()
                                + ": define it with shopify.accessToken, or clientId and clientSecret, first."));
        return switch (stock.locations(connection)) {
            case LocationsAnswer.Found found -> found.locations();
            case LocationsAnswer.NotNow notNow ->
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "The store did not name its locations: "
                                + notNow.failure().why()
                                + (notNow.failure().denied()
                                        ? " Give the app the scope read_locations."
                                        : " Try again in a minute."));
        };
    }

    /**
     * The location that is meant when nobody names one: the one of the store's connection, else the only active one of
     * the store; empty when there are several. As {@link #of} otherwise.
     */
    public Optional<String> usual(MerchantId merchant, Store store) {
        Optional<String> connected = connections.current(merchant, store.id()).map(StoreConnection::locationId);
        if (connected.isPresent()) {
            return connected;
        }
        List<String> active = of(merchant, store).stream()
                .filter(Location::active)
                .map(Location::id)
                .toList();
        return active.size() == 1 ? Optional.of(active.getFirst()) : Optional.empty();
    }
}
