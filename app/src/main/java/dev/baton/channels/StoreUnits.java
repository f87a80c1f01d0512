package dev.baton.channels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Turns shipped units into units the store knows. A bundle counts when all its parts have left: so many units as the
 * rarest part allows; a part that was cancelled keeps the others of its unit back no longer. Which shipment completes
 * a unit follows from the order of the shipments and from what was cancelled, so that two workers never tell of the
 * same unit.
 */
public final class StoreUnits {

    private StoreUnits() {}

    /**
     * The units of the store's lines a shipment completes.
     *
     * @param shipments all shipments of the order, oldest first, the one in question among them
     * @return only lines with 1 or more units
     */
    public static Map<String, Integer> completedBy(
            StoreFulfilment shipment, List<StoreFulfilment> shipments, List<LinePart> parts) {
        Map<UUID, Integer> before = new HashMap<>();
        for (StoreFulfilment earlier : shipments) {
            if (earlier.id().equals(shipment.id())) {
                break;
            }
            add(before, earlier);
        }
        Map<UUID, Integer> after = new HashMap<>(before);
        add(after, shipment);
        Map<String, Integer> units = new TreeMap<>();
        byStoreLine(parts).forEach((line, members) -> {
            int completed = whole(members, after) - whole(members, before);
            if (completed > 0) {
                units.put(line, completed);
            }
        });
        return units;
    }

    private static void add(Map<UUID, Integer> shipped, StoreFulfilment shipment) {
        shipment.units().forEach((line, quantity) -> shipped.merge(line, quantity, Integer::sum));
    }

    private static Map<String, List<LinePart>> byStoreLine(List<LinePart> parts) {
        Map<String, List<LinePart>> byLine = new TreeMap<>();
        parts.forEach(part -> byLine.computeIfAbsent(part.storeLineId(), line -> new ArrayList<>())
                .add(part));
        return byLine;
    }

    private static int whole(List<LinePart> members, Map<UUID, Integer> shipped) {
        int settled = members.stream()
                .mapToInt(part -> (shipped.getOrDefault(part.orderLine(), 0) + part.cancelled()) / part.perUnit())
                .min()
                .orElse(0);
        int left = members.stream()
                .mapToInt(part -> shipped.getOrDefault(part.orderLine(), 0) / part.perUnit())
                .max()
                .orElse(0);
        return Math.min(settled, left);
    }
}
