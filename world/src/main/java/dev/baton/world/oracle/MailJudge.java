package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.mail.Mood;
import dev.baton.world.story.LineEnd;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import dev.baton.world.story.StoreChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the mails in a customer's mailbox with what happened to the order: each thing told once, by one sender. */
final class MailJudge {

    private final OrderScript script;
    private final History history;
    private final List<Difference> differences = new ArrayList<>();

    MailJudge(OrderScript script, History history) {
        this.script = script;
        this.history = history;
    }

    List<Difference> judge() {
        Set<String> seen = new HashSet<>();
        for (Fact.CustomerMailed mail : history.all(Fact.CustomerMailed.class)) {
            if (!seen.add(mail.messageId())) {
                add("double mail", "the mail " + mail.messageId() + " (" + mail.kind() + ") came twice");
            }
        }
        if (!script.isMailedByBaton()) {
            if (!seen.isEmpty()) {
                add("double mail", "the store mails its customers itself, and Baton did so too");
            }
            return differences;
        }
        // Who cancels everything at once need not hear of it twice.
        boolean allGone = script.lines().stream().allMatch(line -> line.end() == LineEnd.CANCELLED);
        times("order.confirmed", allGone ? 0 : 1, 1);
        int questions = script.plot().isAsked() ? 1 : 0;
        times("order.asked", questions, questions);
        // Money given back before Baton had the order is part of how the order came.
        times("order.refunded", script.plot().changesBeforeSend() ? 0 : refunds(), refunds());
        for (OrderScript.Line line : script.lines()) {
            int shipped = shipped(line);
            units("shipped", Set.of("order.shipped", "order.part_shipped"), line, shipped);
            units("delivered", Set.of("order.delivered"), line, ends(line, LineEnd.DELIVERED) ? shipped : 0);
            cancelled(line);
        }
        return differences;
    }

    private void cancelled(OrderScript.Line line) {
        Set<String> kinds = Set.of("order.cancelled", "order.part_cancelled");
        int wanted = line.end() == LineEnd.CANCELLED ? line.quantity() : line.end() == LineEnd.PART_CANCELLED ? 1 : 0;
        int parts = wanted * line.partsPerUnit();
        boolean cameSo = script.plot().changesBeforeSend() && isLeftOut(line, parts);
        units("cancelled", kinds, line, cameSo ? Math.min(parts, told(kinds, line)) : parts);
    }

    private static boolean ends(OrderScript.Line line, LineEnd end) {
        return line.end() == end || line.end() == LineEnd.PART_CANCELLED;
    }

    private int refunds() {
        StoreChange change = script.change();
        if (change != null && change.paysBack()) {
            return 1;
        }
        return switch (script.plot()) {
            case UNIT_REFUNDED_AFTER_SEND,
                    RETURN_REFUNDED_AFTER_SHIP,
                    REFUNDED_BEFORE_SEND,
                    HELD_REFUNDED,
                    REFUNDED_THEN_RELEASED -> 1;
            default -> 0;
        };
    }

    private void times(String kind, int least, int most) {
        long found = history.all(Fact.CustomerMailed.class).stream()
                .filter(mail -> mail.kind().equals(kind))
                .map(Fact.CustomerMailed::messageId)
                .distinct()
                .count();
        if (found > most) {
            add("double mail", kind + " came " + found + " times instead of " + most);
        } else if (found < least && !isUnreachable()) {
            add("lost mail", kind + " came " + found + " times instead of " + least);
        }
    }

    /** Of what is called back the customer is not told. */
    private int shipped(OrderScript.Line line) {
        return script.plot() == Plot.SHIPPED_AFTER_CANCEL
                ? 0
                : line.parts().stream()
                        .mapToInt(part -> history.unitsShipped(part.sku()))
                        .sum();
    }

    /** Whether the confirmation leaves so many units of the line out: they were cancelled when the order came. */
    private boolean isLeftOut(OrderScript.Line line, int units) {
        int ordered = line.quantity() * line.partsPerUnit();
        return told(Set.of("order.confirmed"), line) <= ordered - units;
    }

    private int told(Set<String> kinds, OrderScript.Line line) {
        Map<String, Integer> told = new HashMap<>();
        history.all(Fact.CustomerMailed.class).stream()
                .filter(mail -> kinds.contains(mail.kind()))
                .forEach(mail -> told.putIfAbsent(mail.messageId(), mail.units().getOrDefault(line.id(), 0)));
        return told.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void units(String what, Set<String> kinds, OrderScript.Line line, int wanted) {
        int found = told(kinds, line);
        if (found > wanted) {
            add(
                    "double mail",
                    "the customer was told of " + found + " × " + line.sku() + " " + what + ", not " + wanted);
        } else if (found < wanted && !isUnreachable()) {
            add("lost mail", "the customer was told of " + found + " of " + wanted + " × " + line.sku() + " " + what);
        }
    }

    /** Whether the mailbox has turned mail away for good. */
    private boolean isUnreachable() {
        return history.all(Fact.MailTrouble.class).stream()
                .anyMatch(trouble -> trouble.mood().equals(Mood.DEAD.name())
                        || trouble.mood().equals(Mood.BOUNCES_LATER.name()));
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
