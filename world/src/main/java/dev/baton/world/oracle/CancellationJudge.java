package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what suppliers were asked to leave out with what the order's script takes back after the send. */
final class CancellationJudge {

    private final OrderScript script;
    private final History history;
    private final List<Difference> differences = new ArrayList<>();

    CancellationJudge(OrderScript script, History history) {
        this.script = script;
        this.history = history;
    }

    List<Difference> judge() {
        if (takesBack()) {
            history.taken().forEach(this::asked);
        }
        needless();
        return differences;
    }

    /** Whether every supplier that knows of the order has to be asked. */
    private boolean takesBack() {
        return switch (script.plot()) {
            case CANCELLED_AFTER_SEND, SHIPPED_AFTER_CANCEL, CANCEL_TOO_LATE, UNIT_REFUNDED_AFTER_SEND -> true;
            default -> false;
        };
    }

    private void asked(Fact.PurchaseOrderTaken taken) {
        String number = taken.document().number();
        boolean asked = history.all(Fact.CancellationReceived.class).stream()
                .anyMatch(one -> one.number().equals(number));
        if (!asked) {
            add("lost cancellation", taken.supplier() + " was never asked to cancel " + number);
        }
        boolean agreed = history.all(Fact.CancellationAnswered.class).stream()
                .anyMatch(one -> one.number().equals(number) && one.agreed());
        boolean shipped = history.all(Fact.Shipped.class).stream()
                .anyMatch(one -> one.number().equals(number));
        if (agreed && shipped && script.plot() == Plot.CANCELLED_AFTER_SEND) {
            add("shipped after cancel", number + " was shipped though its cancellation was confirmed");
        }
    }

    /** Nobody is asked for more than the script takes back; what a change of its own takes off is judged with that. */
    private void needless() {
        if (script.plot().changesAt() != null) {
            return;
        }
        Map<String, Integer> units = new HashMap<>();
        history.all(Fact.CancellationReceived.class)
                .forEach(one -> units.put(
                        one.cancellationId(),
                        one.units().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
        int found = units.values().stream().mapToInt(Integer::intValue).sum();
        if (found > wanted()) {
            add("needless cancellation", "suppliers were asked to leave out " + found + " units, not " + wanted());
        }
    }

    private int wanted() {
        if (!takesBack()) {
            return 0;
        }
        return script.lines().stream()
                .mapToInt(line ->
                        line.partsPerUnit() * (script.plot() == Plot.UNIT_REFUNDED_AFTER_SEND ? 1 : line.quantity()))
                .sum();
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
