package dev.baton.channels;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of a shipment, as frozen when it was dispatched.
 *
 * @param carrierCode carrier as Baton calls it, or {@code unknown}
 * @param carrierSaid the supplier's word for it; empty = none
 * @param trackingNumber empty = none
 * @param trackingUrl the carrier's page; null when none is known
 * @param units units by Baton's order line
 */
public record Parcel(
        String carrierCode,
        String carrierSaid,
        String trackingNumber,
        @Nullable String trackingUrl,
        Map<UUID, Integer> units) {

    public Parcel {
        units = Map.copyOf(units);
    }

    /** The tracking numbers of parcels, each once and without empty ones. */
    public static List<String> numbers(List<Parcel> parcels) {
        return parcels.stream()
                .map(Parcel::trackingNumber)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }
}
