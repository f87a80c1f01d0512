package dev.baton.channels.shopify;

import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.shopify.FulfilmentState.FulfilmentOrder;
import dev.baton.channels.shopify.FulfilmentState.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be created in a store for one shipment, given what it shows already. Pure.
 *
 * @param found fulfilments that are this shipment's: an earlier attempt made them, though we never heard
 * @param parts one fulfilment to create per location
 * @param held units that wait in the store, by the store's line
 * @param holds why they wait there
 * @param missing units the store does not want fulfilled any more, by the store's line
 */
record FulfilmentPlan(
        List<SeenFulfilment> found,
        List<Part> parts,
        Map<String, Integer> held,
        List<String> holds,
        Map<String, Integer> missing) {

    /** One fulfilment to create: lines of fulfilment orders of one location. */
    record Part(List<Take> takes) {

        Part {
            takes = List.copyOf(takes);
        }

        /** Its units by the store's line. */
        Map<String, Integer> units() {
            Map<String, Integer> units = new TreeMap<>();
            takes.forEach(take -> units.merge(take.storeLineId(), take.quantity(), Integer::sum));
            return units;
        }
    }

    /** Units of one line of a fulfilment order. */
    record Take(String fulfilmentOrder, String fulfilmentOrderLine, String storeLineId, int quantity) {}

    /**
     * Makes the plan.
     *
     * @param units what the shipment completes, by the store's line
     * @param siblings all we told the store about this order, the shipment in question among them
     * @param location only fulfilment orders of this location are ours; null = any
     */
    static FulfilmentPlan of(
            StoreFulfilment shipment,
            Map<String, Integer> units,
            List<StoreFulfilment> siblings,
            FulfilmentState state,
            @Nullable String location) {
        List<SeenFulfilment> found = found(shipment, units, siblings, state);
        Map<String, Integer> open = new TreeMap<>(units);
        shipment.pushed().forEach(made -> takeOff(open, made));
        found.forEach(made -> takeOff(open, made));

        Map<String, List<Take>> byLocation = new LinkedHashMap<>();
        Map<String, Integer> held = new TreeMap<>();
        Set<String> holds = new HashSet<>();
        for (FulfilmentOrder order : state.orders()) {
            if (location != null && !location.equals(order.location())) {
                continue;
            }
            if (order.isOpen()) {
                take(order, open, byLocation);
            }
        }
        for (FulfilmentOrder order : state.orders()) {
            if (order.isHeld() && (location == null || location.equals(order.location()))) {
                hold(order, open, held, holds);
            }
        }
        List<Part> parts = byLocation.values().stream().map(Part::new).toList();
        return new FulfilmentPlan(found, parts, held, holds.stream().sorted().toList(), open);
    }

    private static void takeOff(Map<String, Integer> open, SeenFulfilment made) {
        made.units().forEach((line, quantity) -> {
            int left = open.getOrDefault(line, 0) - quantity;
            if (left > 0) {
                open.put(line, left);
            } else {
                open.remove(line);
            }
        });
    }

    private static void take(FulfilmentOrder order, Map<String, Integer> open, Map<String, List<Take>> byLocation) {
        for (Line line : order.lines()) {
            int wanted = open.getOrDefault(line.storeLineId(), 0);
            int taken = Math.min(wanted, line.remaining());
            if (taken > 0) {
                byLocation
                        .computeIfAbsent(Objects.requireNonNullElse(order.location(), ""), key -> new ArrayList<>())
                        .add(new Take(order.gid(), line.gid(), line.storeLineId(), taken));
                lower(open, line.storeLineId(), taken);
            }
        }
    }

    private static void hold(
            FulfilmentOrder order, Map<String, Integer> open, Map<String, Integer> held, Set<String> holds) {
        for (Line line : order.lines()) {
            int wanted = open.getOrDefault(line.storeLineId(), 0);
            int waiting = Math.min(wanted, line.remaining());
            if (waiting > 0) {
                held.merge(line.storeLineId(), waiting, Integer::sum);
                holds.addAll(order.holds().isEmpty() ? List.of(order.status()) : order.holds());
                lower(open, line.storeLineId(), waiting);
            }
        }
    }

    private static void lower(Map<String, Integer> open, String line, int by) {
        int left = open.getOrDefault(line, 0) - by;
        if (left > 0) {
            open.put(line, left);
        } else {
            open.remove(line);
        }
    }

    /**
     * A fulfilment we have no note of is this shipment's when it carries one of its tracking numbers. Without a
     * number it is recognised by its very units, and only after an attempt whose answer was lost.
     */
    private static List<SeenFulfilment> found(
            StoreFulfilment shipment,
            Map<String, Integer> units,
            List<StoreFulfilment> siblings,
            FulfilmentState state) {
        Set<String> noted = new HashSet<>();
        siblings.forEach(sibling -> sibling.pushed().forEach(made -> noted.add(made.fulfilmentId())));
        List<String> numbers = shipment.trackingNumbers();
        boolean answerLost = shipment.state() == StoreFulfilment.State.ASKED;
        List<SeenFulfilment> found = new ArrayList<>();
        for (SeenFulfilment made : state.made()) {
            if (noted.contains(made.fulfilmentId())) {
                continue;
            }
            boolean byNumber = made.trackingNumbers().stream().anyMatch(numbers::contains)
                    && units.keySet().containsAll(made.units().keySet());
            boolean byUnits = numbers.isEmpty()
                    && answerLost
                    && made.trackingNumbers().isEmpty()
                    && made.units().equals(units);
            if (byNumber || byUnits) {
                found.add(made);
            }
        }
        return found;
    }
}
