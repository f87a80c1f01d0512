package dev.baton.world;

import dev.baton.world.http.Json;
import dev.baton.world.oracle.Difference;
import dev.baton.world.story.HoldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run came to.
 *
 * @param orders placed
 * @param accepted of them known to Baton
 * @param held orders held at some time, by kind; {@code expectedHeld} as the scripts have it
 * @param counted figures of the world's ledger, by their names in the last line
 * @param parked documents waiting for a person at the end; {@code expectedParked} as the scripts have it
 * @param differences every deviation, in words
 * @param openWork work Baton had left at the end, -1 where it did not say
 * @param required figures that may not be zero; {@code multiSupplierOrders} at least a quarter of all orders
 * @param seconds the run took on the wall
 */
public record DemoResult(
        int orders,
        int accepted,
        Map<HoldKind, Integer> held,
        Map<HoldKind, Integer> expectedHeld,
        Map<String, Integer> counted,
        int parked,
        int expectedParked,
        List<Difference> differences,
        int openWork,
        Map<String, Integer> required,
        double seconds) {

    /** Orders held may be at most this share of all, or one of each kind and one that is let go. */
    private static final double HELD_SHARE = 0.05;

    /** So many orders are held besides one of each kind in the smallest run: they go on, or end, by an answer. */
    private static final int HELD_AND_ENDS = 4;

    /** Orders that go to several suppliers must be at least this share of all. */
    private static final double MULTI_SHARE = 0.25;

    /** Whether the run ended as its scripts had it, with enough of everything in it. */
    public boolean isGood() {
        return complaints().isEmpty();
    }

    /** What the program answers the shell: 0 for a good run, else 1. */
    public int exitCode() {
        return isGood() ? 0 : 1;
    }

    /** Why the run is not good, one sentence each; differences are counted, not repeated. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!differences.isEmpty()) {
            complaints.add(differences.size() + " differences");
        }
        if (openWork != 0) {
            complaints.add("openWork is " + openWork + " instead of 0");
        }
        int undelivered = counted.getOrDefault("undelivered", 0);
        if (undelivered != 0) {
            complaints.add(undelivered + " parcels are undelivered");
        }
        if (!held.equals(expectedHeld)) {
            complaints.add("held is " + held + " instead of " + expectedHeld);
        }
        if (sum(held) > Math.max(expectedHeld.size() + HELD_AND_ENDS, orders * HELD_SHARE)) {
            complaints.add("more than 5 % of the orders were held");
        }
        if (parked != expectedParked) {
            complaints.add("parked is " + parked + " instead of " + expectedParked);
        }
        required.forEach((name, count) -> {
            if (count == 0) {
                complaints.add("the run had no " + name);
            }
        });
        if (required.getOrDefault("multiSupplierOrders", 0) < orders * MULTI_SHARE) {
            complaints.add("fewer than a quarter of the orders went to several suppliers");
        }
        return complaints;
    }

    /** The run's last line. */
    public String json() {
        ObjectNode json = Json.object();
        json.put("orders", orders);
        json.put("accepted", accepted);
        json.put("held", sum(held));
        json.put("expectedHeld", sum(expectedHeld));
        counted.forEach((name, count) -> {
            json.put(name, count);
        });
        json.put("parked", parked);
        json.put("expectedParked", expectedParked);
        json.put("differences", differences.size());
        json.put("openWork", openWork);
        json.put("seconds", Math.round(seconds * 10) / 10.0);
        ObjectNode more = json.putObject("required");
        required.forEach(more::put);
        ArrayNode words = json.putArray("differencesInWords");
        differences.stream().limit(20).forEach(difference -> words.add(difference.toString()));
        ArrayNode reasons = json.putArray("complaints");
        complaints().forEach(reasons::add);
        return json.toString();
    }

    /** The run for a person to read, without the last line. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                java.util.Locale.ROOT,
                "%d orders in %.1f s: %d accepted, %d held (expected %d), %d parked (expected %d), open work %d%n",
                orders,
                seconds,
                accepted,
                sum(held),
                sum(expectedHeld),
                parked,
                expectedParked,
                openWork));
        counted.forEach(
                (name, count) -> text.append(String.format(java.util.Locale.ROOT, "  %-22s %6d%n", name, count)));
        text.append(String.format("In the run:%n"));
        required.forEach(
                (name, count) -> text.append(String.format(java.util.Locale.ROOT, "  %-32s %4d%n", name, count)));
        differences.stream().limit(40).forEach(difference -> text.append(String.format("DIFFERENCE %s%n", difference)));
        if (differences.size() > 40) {
            text.append(String.format("… and %d more%n", differences.size() - 40));
        }
        complaints().forEach(complaint -> text.append(String.format("NOT GOOD: %s%n", complaint)));
        text.append(String.format(isGood() ? "Everything ended as its script had it.%n" : "%n"));
        return text.toString();
    }

    private static int sum(Map<HoldKind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
