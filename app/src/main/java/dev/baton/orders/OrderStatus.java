package dev.baton.orders;

import java.util.List;
import java.util.Map;

/** The one word for an order's goods that people read; derived, never stored, never guarded by. */
final class OrderStatus {

    /** Every word {@link #of} says. */
    static final List<String> WORDS = List.of(
            "open",
            "waiting",
            "allocated",
            "sent",
            "accepted",
            "held",
            "part_shipped",
            "shipped",
            "delivered",
            "cancelled");

    private OrderStatus() {}

    static String of(Map<Bucket, Integer> units, boolean held) {
        int all = units.values().stream().mapToInt(Integer::intValue).sum();
        int cancelled = units.getOrDefault(Bucket.CANCELLED, 0);
        int wanted = all - cancelled;
        int arrived = units.getOrDefault(Bucket.DELIVERED, 0);
        int left = arrived + units.getOrDefault(Bucket.SHIPPED, 0) + units.getOrDefault(Bucket.LOST, 0);
        if (all > 0 && wanted == 0) {
            return "cancelled";
        }
        if (wanted == arrived) {
            return "delivered";
        }
        if (wanted == left) {
            return "shipped";
        }
        if (held) {
            return "held";
        }
        if (left > 0) {
            return "part_shipped";
        }
        return beforeShipping(units, wanted);
    }

    private static String beforeShipping(Map<Bucket, Integer> units, int wanted) {
        if (units.getOrDefault(Bucket.ACCEPTED, 0) == wanted) {
            return "accepted";
        }
        if (units.getOrDefault(Bucket.WAITING, 0) > 0) {
            return "waiting";
        }
        if (units.getOrDefault(Bucket.OPEN, 0) > 0) {
            return "open";
        }
        return units.getOrDefault(Bucket.ALLOCATED, 0) > 0 ? "allocated" : "sent";
    }
}
