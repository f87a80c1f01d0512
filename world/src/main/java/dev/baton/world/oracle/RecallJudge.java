package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What leaves after its cancellation was confirmed is called back: those units, those parcels, once. */
final class RecallJudge {

    private final OrderScript script;
    private final History history;
    private final List<Difference> differences = new ArrayList<>();

    RecallJudge(OrderScript script, History history) {
        this.script = script;
        this.history = history;
    }

    List<Difference> judge() {
        Map<String, Set<Fact.RecallReceived>> asked = new LinkedHashMap<>();
        history.all(Fact.RecallReceived.class)
                .forEach(one -> asked.computeIfAbsent(one.number(), _ -> new HashSet<>())
                        .add(one));
        if (script.plot() != Plot.SHIPPED_AFTER_CANCEL) {
            if (!asked.isEmpty()) {
                add("needless recall", "suppliers were asked to call back " + asked.keySet());
            }
            return differences;
        }
        for (Fact.PurchaseOrderTaken taken : history.taken()) {
            String number = taken.document().number();
            if (history.all(Fact.Shipped.class).stream()
                    .noneMatch(one -> one.number().equals(number))) {
                add("not shipped", taken.supplier() + " was to ship " + number + " though it had agreed not to");
            }
        }
        for (Fact.Shipped shipped : history.all(Fact.Shipped.class)) {
            recalled(shipped, asked.getOrDefault(shipped.number(), Set.of()));
        }
        return differences;
    }

    private void recalled(Fact.Shipped shipped, Set<Fact.RecallReceived> asked) {
        String number = shipped.number();
        if (asked.size() != 1) {
            add(
                    asked.isEmpty() ? "lost recall" : "double recall",
                    shipped.supplier() + " was asked " + asked.size() + " times to call back " + number);
            return;
        }
        Fact.RecallReceived recall = asked.iterator().next();
        Map<Integer, Integer> units = new LinkedHashMap<>();
        List<String> parcels = new ArrayList<>();
        shipped.parcels().forEach(parcel -> {
            parcels.add(parcel.trackingNumber());
            parcel.units().forEach((line, count) -> units.merge(line, count, Integer::sum));
        });
        if (!recall.units().equals(units) || !recall.trackingNumbers().equals(parcels)) {
            add("wrong recall", number + " left as " + units + " in " + parcels + ", called back were " + recall);
        }
        if (history.all(Fact.RecallAnswered.class).stream()
                .noneMatch(one -> one.number().equals(number))) {
            add("lost recall", shipped.supplier() + " never answered whether it calls back " + number);
        }
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
