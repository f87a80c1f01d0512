package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.LineEnd;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.StoreChange;
import dev.baton.world.story.StoreChange.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a store changed on an order, and what it paid back, with what came of it: who was asked what, which task
 * a person got, and how much Baton says went back.
 */
final class ChangeJudge {

    private static final Pattern TASK_OF_A_CHANGE =
            Pattern.compile(".*(changed-after-shipping|fulfilled-twice|\\.amendment-.*|\\.cancellation-.*)");

    private final OrderScript script;
    private final History history;
    private final BatonPicture picture;
    private final List<Difference> differences = new ArrayList<>();

    ChangeJudge(OrderScript script, History history, BatonPicture picture) {
        this.script = script;
        this.history = history;
        this.picture = picture;
    }

    List<Difference> judge() {
        money();
        Stage stage = script.plot().changesAt();
        StoreChange change = script.change();
        if (stage != null && change != null) {
            happened(stage, change);
            asked(stage, change);
            tasks(stage, change);
        }
        return differences;
    }

    /** The store's refunds are noted, each once, whatever it says of the goods. */
    private void money() {
        long paidBack = history.all(Fact.Refunded.class).stream()
                .mapToLong(Fact.Refunded::cents)
                .sum();
        BatonPicture.@Nullable Order order = picture.orders().get(script.id());
        if (order != null && order.refundedCents() != paidBack) {
            add(
                    order.refundedCents() < paidBack ? "lost refund" : "double refund",
                    "the store paid " + paidBack + " cents back, Baton says " + order.refundedCents());
        }
    }

    private void happened(Stage stage, StoreChange change) {
        if (history.all(Fact.ChangeMade.class).isEmpty()) {
            add("missing change", change + " was to happen " + stage + " and never did");
        }
    }

    /** A supplier is asked to leave out what came off after the send, once, and nothing else. */
    private void asked(Stage stage, StoreChange change) {
        int wanted = stage == Stage.AFTER_SEND && change.takesGoodsOff()
                ? script.lines().stream().mapToInt(ChangeJudge::off).sum()
                : 0;
        int found = history.all(Fact.CancellationAnswered.class).stream()
                .map(Fact.CancellationAnswered::cancellationId)
                .distinct()
                .mapToInt(this::units)
                .sum();
        if (found < wanted) {
            add("lost cancellation", "suppliers were asked to leave out " + found + " units of " + wanted);
        } else if (found > wanted) {
            add("needless cancellation", "suppliers were asked to leave out " + found + " units, not " + wanted);
        }
    }

    private int units(String cancellation) {
        return history.all(Fact.CancellationReceived.class).stream()
                .filter(one -> one.cancellationId().equals(cancellation))
                .findFirst()
                .map(one -> one.units().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .orElse(0);
    }

    private static int off(OrderScript.Line line) {
        return line.end() == LineEnd.CANCELLED ? line.quantity() : line.end() == LineEnd.PART_CANCELLED ? 1 : 0;
    }

    /** Where nobody can be asked any more a person is told; nobody is told of what needs nothing. */
    private void tasks(Stage stage, StoreChange change) {
        Pattern name = Pattern.compile(Pattern.quote(script.name()) + "\\b");
        boolean told = picture.openTasks().stream()
                .filter(task -> TASK_OF_A_CHANGE.matcher(task.kind()).matches())
                .anyMatch(task -> name.matcher(task.title()).find());
        boolean due = stage == Stage.AFTER_SHIP && change == StoreChange.MOVED;
        if (due && !told) {
            add("missing task", "the customer moved when all was shipped, and no task says so");
        } else if (told && !due) {
            add("needless task", "a person was told of " + change + " " + stage);
        }
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
