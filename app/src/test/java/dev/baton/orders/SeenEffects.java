package dev.baton.orders;

import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.trading.TestRoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What of an order can be seen to have changed, in the words of the table of changes. */
record SeenEffects(OrderView order, List<PurchaseOrderView> purchaseOrders, List<Task> tasks) {

    static SeenEffects now(TestRoad road, SalesOrderId order) {
        return new SeenEffects(road.order(order), road.purchaseOrders(order), road.tasks());
    }

    /** In the fixed order of the words; "no effect" when nothing is seen. */
    String since(SeenEffects before) {
        List<String> effects = new ArrayList<>();
        order.holds().stream()
                .filter(hold -> hold.open() && !before.held(hold.id()))
                .forEach(hold -> effects.add("held: `" + hold.kind() + "`"));
        add(effects, units(Bucket.CANCELLED) > before.units(Bucket.CANCELLED), "units cancelled");
        add(effects, units(Bucket.DELIVERED) > before.units(Bucket.DELIVERED), "units closed");
        boolean fresh = purchaseOrders.stream().anyMatch(each -> !before.has(each));
        boolean taken = withdrawn() > before.withdrawn();
        add(effects, fresh && taken, "planned anew");
        add(effects, fresh && !taken, "new purchase order");
        add(effects, cancellations() > before.cancellations(), "supplier asked to cancel");
        Set<Amendment.Status> asked = live();
        add(effects, asked.contains(Amendment.Status.HELD), "a person decides first");
        add(effects, asked.contains(Amendment.Status.PLANNED), "supplier asked to change it");
        add(effects, !newTasks(before).isEmpty(), "task");
        add(effects, order.refundedMinor() != before.order.refundedMinor(), "money noted");
        add(effects, effects.isEmpty() && !order.customerRecord().equals(before.order.customerRecord()), "kept");
        return effects.isEmpty() ? "no effect" : String.join("; ", effects);
    }

    /** Tasks that have come since, but for the one that goes with a question held for a person. */
    List<Task> newTasks(SeenEffects before) {
        return tasks.stream()
                .filter(task -> before.tasks.stream().noneMatch(old -> old.id().equals(task.id())))
                .filter(task -> !task.kind().equals("purchasing.amendment-held"))
                .toList();
    }

    private static void add(List<String> effects, boolean seen, String word) {
        if (seen) {
            effects.add(word);
        }
    }

    private boolean held(UUID hold) {
        return order.holds().stream().anyMatch(each -> each.id().equals(hold) && each.open());
    }

    private int units(Bucket bucket) {
        return order.lines().stream()
                .map(OrderView.LineView::units)
                .mapToInt((Map<Bucket, Integer> units) -> units.getOrDefault(bucket, 0))
                .sum();
    }

    private boolean has(PurchaseOrderView other) {
        return purchaseOrders.stream()
                .anyMatch(each -> each.id().equals(other.id()) && each.version() == other.version());
    }

    private long withdrawn() {
        return purchaseOrders.stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> line.withdrawn())
                        .count()
                + purchaseOrders.stream()
                        .filter(each -> each.status() == PurchaseOrderStatus.WITHDRAWN)
                        .count();
    }

    private long cancellations() {
        return purchaseOrders.stream()
                .mapToLong(each -> each.cancellations().size())
                .sum();
    }

    private Set<Amendment.Status> live() {
        return purchaseOrders.stream()
                .flatMap(each -> each.amendments().stream())
                .map(Amendment::status)
                .filter(Amendment.Status::live)
                .collect(Collectors.toSet());
    }
}
