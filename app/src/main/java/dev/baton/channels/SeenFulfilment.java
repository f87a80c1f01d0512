package dev.baton.channels;

import java.util.List;
import java.util.Map;

/**
 * A fulfilment as the store shows it in an order: ours, or somebody's who fulfilled by hand.
 *
 * @param fulfilmentId the store's id, digits only
 * @param trackingNumbers as the store shows them; empty when it has none
 * @param units fulfilled units by the store's line id
 */
public record SeenFulfilment(String fulfilmentId, List<String> trackingNumbers, Map<String, Integer> units) {

    public SeenFulfilment {
        trackingNumbers = List.copyOf(trackingNumbers);
        units = Map.copyOf(units);
    }
}
