package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.HoldKind;
import dev.baton.world.story.LineEnd;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one order's script with its history and with what Baton says of it. */
final class OrderJudge {

    private final Market market;
    private final OrderScript script;
    private final History history;
    private final BatonPicture picture;
    private final List<Difference> differences = new ArrayList<>();

    OrderJudge(Market market, OrderScript script, History history, BatonPicture picture) {
        this.market = market;
        this.script = script;
        this.history = history;
        this.picture = picture;
    }

    List<Difference> judge() {
        holds();
        questions();
        documents();
        quantities();
        differences.addAll(new CancellationJudge(script, history).judge());
        amendments();
        differences.addAll(new CostJudge(script, history).judge());
        differences.addAll(new RecallJudge(script, history).judge());
        differences.addAll(new ChangeJudge(script, history, picture).judge());
        differences.addAll(new MailJudge(script, history).judge());
        looks();
        silence();
        shipments();
        fulfilments();
        end();
        return differences;
    }

    private void holds() {
        Set<String> seen = new TreeSet<>();
        history.all(Fact.HoldSeen.class).forEach(hold -> seen.add(hold.kind()));
        HoldKind expected = script.plot().hold();
        for (String kind : seen) {
            if (HoldKind.of(kind) != expected) {
                add("wrong hold", "held for " + kind + " instead of " + (expected == null ? "not at all" : expected));
            }
        }
        if (expected == null) {
            return;
        }
        if (seen.isEmpty()) {
            add("missing hold", "never held, though " + expected + " was to hold it");
        }
        boolean open =
                picture.openHolds().stream().anyMatch(hold -> hold.storeOrder().equals(script.id()));
        if (open == script.holdEnds() && !seen.isEmpty()) {
            add("wrong hold", open ? expected + " still holds it though it was lifted" : expected + " went away");
        }
    }

    /** Who is asked whether a repeated order was meant decides; who is not heard of leaves it to the clerk. */
    private void questions() {
        boolean asked = !history.all(Fact.CustomerAsked.class).isEmpty();
        List<String> said = history.all(Fact.CustomerAnswered.class).stream()
                .map(Fact.CustomerAnswered::said)
                .toList();
        List<String> wanted = switch (script.plot()) {
            case REPEATED_BOTH_MEANT -> List.of("both");
            case REPEATED_NOT_MEANT -> List.of("cancel");
            default -> List.of();
        };
        if (asked != script.plot().isAsked()) {
            add(
                    asked ? "needless question" : "missing question",
                    "the customer was " + (asked ? "" : "not ") + "asked");
        }
        if (!said.equals(wanted)) {
            add("wrong answer", "the customer said " + said + " instead of " + wanted);
        }
        boolean decided = !history.all(Fact.HoldReleased.class).isEmpty();
        if (script.plot() == Plot.REPEATED_UNANSWERED && !decided) {
            add("missing task", "the customer never answered, and no task told the clerk");
        }
    }

    private void documents() {
        List<Fact.PurchaseOrderTaken> taken = history.taken();
        if (!script.isSent() && !taken.isEmpty()) {
            add(
                    "sent against the script",
                    "purchase order " + taken.getFirst().document().number() + " went out though the order was "
                            + (script.plot().hold() == null ? "cancelled before the send" : "held"));
        }
        taken.forEach(one -> differences.addAll(new DocumentJudge(market, script).judge(one)));
        Map<String, String> bytes = new HashMap<>();
        for (Fact.PurchaseOrderTaken one : history.all(Fact.PurchaseOrderTaken.class)) {
            String number = one.document().number() + ".v" + one.document().version();
            String before = bytes.putIfAbsent(number, one.sha256());
            if (before != null && !before.equals(one.sha256())) {
                add("double send", "purchase order " + number + " came twice with different bytes");
            }
        }
    }

    private void quantities() {
        if (!script.isSent() || isParked() || script.plot() == Plot.HELD_REROUTE_LIMIT) {
            return;
        }
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (OrderScript.Line line : script.lines()) {
            int due = line.quantity() - script.neverAsked(line);
            line.parts().forEach(part -> wanted.merge(part.sku(), part.perUnit() * due, Integer::sum));
        }
        wanted.forEach((sku, units) -> {
            int asked = history.unitsAsked(sku);
            List<Fact.PurchaseOrderTaken> asking = history.asking(sku);
            List<String> numbers =
                    asking.stream().map(one -> one.document().number()).toList();
            if (asked > units && asking.size() > 1) {
                add(
                        "double send",
                        numbers + " together ask for " + asked + " × " + sku + " where " + units + " are due");
            } else if (asked > units) {
                add("wrong quantity", numbers + " asks for " + asked + " × " + sku + " instead of " + units);
            } else if (asked < units && asked > 0) {
                add("wrong quantity", numbers + " asks for only " + asked + " × " + sku + " of " + units);
            } else if (asked < units) {
                add("lost send", "no supplier ever got the " + units + " × " + sku);
            }
        });
    }

    /** Whoever wants the last unit looks first: a store that never showed it sold what it hid. */
    private void looks() {
        if (script.plot() == Plot.LAST_UNIT
                && history.all(Fact.LastUnitSeen.class).isEmpty()) {
            add(
                    "hidden stock",
                    script.store() + " never showed the last "
                            + script.lines().getFirst().sku());
        }
    }

    private boolean isParked() {
        return script.plot() == Plot.PARKED;
    }

    private void amendments() {
        for (Fact.AmendmentReceived asked : history.all(Fact.AmendmentReceived.class)) {
            differences.addAll(new DocumentJudge(market, script).judge(asked));
        }
        for (Fact.PurchaseOrderTaken taken :
                script.plot().isAmended() ? history.taken() : List.<Fact.PurchaseOrderTaken>of()) {
            String number = taken.document().number();
            boolean asked = history.all(Fact.AmendmentReceived.class).stream()
                    .anyMatch(one -> one.number().equals(number));
            if (!asked) {
                add("lost amendment", taken.supplier() + " was never told the new address of " + number);
            }
        }
    }

    private void silence() {
        boolean silent = script.plot() == Plot.SILENT_FOREVER || script.plot() == Plot.SILENT_THEN_ANSWERED;
        for (Fact.PurchaseOrderTaken taken : history.taken()) {
            String number = taken.document().number();
            boolean reminded = history.all(Fact.ReminderReceived.class).stream()
                    .anyMatch(one -> one.number().equals(number));
            if (silent && !reminded) {
                add("no reminder", taken.supplier() + " was silent on " + number + " and never reminded");
            }
            if (script.plot() == Plot.SILENT_FOREVER && !isTold(number)) {
                add("missing task", taken.supplier() + " never answered " + number + " and no task says so");
            }
        }
    }

    /** Whether a person is told that the supplier never answered that purchase order. */
    private boolean isTold(String number) {
        return picture.openTasks().stream()
                .anyMatch(task -> task.kind().equals("purchasing.unanswered")
                        && task.title().contains(number));
    }

    private void shipments() {
        for (OrderScript.Line line : script.lines()) {
            for (OrderScript.Part part : line.parts()) {
                int due = part.perUnit() * line.quantity();
                int shipped = history.unitsShipped(part.sku());
                int same = script.unitsOf(part.sku());
                if (line.end() == LineEnd.DELIVERED && shipped < due && history.unitsAsked(part.sku()) >= due) {
                    add("not shipped", shipped + " of " + same + " × " + part.sku() + " ever left a supplier");
                }
            }
        }
    }

    private void fulfilments() {
        if (script.store().equals(Playbook.DIRECT)) {
            return;
        }
        Map<String, Integer> entered = new HashMap<>();
        Map<String, List<String>> shown = new HashMap<>();
        for (Fact.Fulfilled fulfilled : history.all(Fact.Fulfilled.class)) {
            fulfilled.units().forEach((line, units) -> entered.merge(line, units, Integer::sum));
            shown.put(fulfilled.fulfilmentId(), fulfilled.trackingNumbers());
        }
        history.all(Fact.Renumbered.class).forEach(one -> shown.put(one.fulfilmentId(), one.trackingNumbers()));
        Map<String, Integer> numbers = new HashMap<>();
        shown.values().forEach(all -> Set.copyOf(all).forEach(number -> numbers.merge(number, 1, Integer::sum)));
        for (OrderScript.Line line : script.lines()) {
            int due = script.plot() == Plot.SHIPPED_AFTER_CANCEL
                    ? 0
                    : line.parts().stream()
                            .mapToInt(part -> history.unitsShipped(part.sku()) / part.perUnit())
                            .min()
                            .orElse(0);
            int found = entered.getOrDefault(line.id(), 0);
            int wanted = Math.min(line.quantity(), due);
            if (found < wanted) {
                add("lost fulfilment", "the store shows " + found + " of " + wanted + " shipped × " + line.sku());
            } else if (found > wanted) {
                add("double fulfilment", "the store shows " + found + " × " + line.sku() + ", shipped were " + wanted);
            }
        }
        trackingNumbers(numbers);
    }

    private void trackingNumbers(Map<String, Integer> numbers) {
        Set<String> plain = new TreeSet<>();
        script.lines().stream()
                .filter(line -> line.parts().size() == 1
                        && line.parts().getFirst().sku().equals(line.sku()))
                .forEach(line -> plain.add(line.sku()));
        for (Fact.Shipped shipped : history.all(Fact.Shipped.class)) {
            for (Fact.Parcel parcel : shipped.parcels()) {
                int times = numbers.getOrDefault(parcel.trackingNumber(), 0);
                boolean calledBack = script.plot() == Plot.SHIPPED_AFTER_CANCEL;
                boolean due = !calledBack && plain.containsAll(history.skus(shipped, parcel));
                if (times > 0 && calledBack) {
                    add("needless fulfilment", "the store shows parcel " + parcel.trackingNumber() + ", called back");
                }
                if (times == 0 && due) {
                    add("lost fulfilment", "the store never heard of parcel " + parcel.trackingNumber());
                } else if (times > 1) {
                    add("double fulfilment", "parcel " + parcel.trackingNumber() + " was entered " + times + " times");
                }
            }
        }
    }

    private void end() {
        BatonPicture.@Nullable Order order = picture.orders().get(script.id());
        if (order == null) {
            add("lost order", "Baton has no such order");
            return;
        }
        for (OrderScript.Line line : script.lines()) {
            BatonPicture.@Nullable Line found = order.lines().get(line.id());
            if (found == null) {
                add("lost line", "Baton has no line " + line.id() + " (" + line.sku() + ")");
                continue;
            }
            int units = line.quantity();
            boolean ended = switch (line.end()) {
                case DELIVERED -> found.in("delivered") == units;
                case CANCELLED -> found.in("cancelled") == units;
                case PART_CANCELLED -> found.in("cancelled") == 1 && found.in("delivered") == units - 1;
                case SENT -> found.in("sent") == units;
                case HELD ->
                    found.in("delivered") + found.in("shipped") + found.in("sent") + found.in("cancelled") == 0;
            };
            if (!ended) {
                add(
                        "wrong end",
                        line.quantity() + " × " + line.sku() + " were to end " + line.end() + ", Baton says "
                                + found.buckets());
            }
        }
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
