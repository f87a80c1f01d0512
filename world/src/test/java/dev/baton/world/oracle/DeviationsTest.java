package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.OtherCost;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Other costs and what is called back, told by hand: nothing is found where all went right, and each fault is named. */
class DeviationsTest {

    private static final String NUMBER = "1001-1";
    private static final Playbook PLAYBOOK = Playbook.of(60, 7);

    private final List<Fact> facts = new ArrayList<>();

    private static OrderScript script(Plot plot) {
        return PLAYBOOK.scripts().values().stream()
                .filter(one -> one.plot() == plot)
                .findFirst()
                .orElseThrow();
    }

    private void costs(OrderScript script) {
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        for (OrderScript.Line line : script.lines()) {
            lines.add(new PurchaseOrder.Line(lines.size() + 1, "S", line.sku(), line.quantity(), "10.00"));
        }
        taken(script, lines);
        for (PurchaseOrder.Line line : lines) {
            OtherCost cost = Objects.requireNonNull(OtherCost.of(script, line.merchantSku()));
            facts.add(
                    cost == OtherCost.TOLERATED
                            ? new Fact.CostTolerated(script.id(), NUMBER, line.line(), "10.1")
                            : new Fact.CostTold(
                                    script.id(),
                                    "juniper",
                                    NUMBER,
                                    Map.of(line.line(), line.quantity()),
                                    cost == OtherCost.ACCEPTED,
                                    cost == OtherCost.ACCEPTED ? "12.00" : "10.00",
                                    "12.00"));
        }
    }

    private void taken(OrderScript script, List<PurchaseOrder.Line> lines) {
        PurchaseOrder.ShipTo to = new PurchaseOrder.ShipTo("A", null, "1", null, "B", null, null, null, "US", null);
        PurchaseOrder document = new PurchaseOrder(
                NUMBER, 1, script.id(), script.name(), "MAIN", to, "", "USD", lines, null, null, null, null);
        facts.add(new Fact.PurchaseOrderTaken(script.id(), "juniper", document, NUMBER + ".v1", "sha", false));
    }

    private List<String> found(OrderScript script) {
        History history = new History(facts);
        List<Difference> differences = new ArrayList<>(new CostJudge(script, history).judge());
        differences.addAll(new RecallJudge(script, history).judge());
        return differences.stream().map(Difference::what).distinct().toList();
    }

    private void replace(Class<? extends Fact> kind, Consumer<List<Fact>> with) {
        facts.removeIf(kind::isInstance);
        with.accept(facts);
    }

    @Test
    void namesWhatWasWrongWithACost() {
        OrderScript script = script(Plot.COSTS_MORE);
        costs(script);
        assertThat(found(script)).isEmpty();
        assertThat(found(script(Plot.PLAIN))).containsExactly("needless cost");

        Fact.CostTold told = (Fact.CostTold) facts.getLast();
        facts.removeLast();
        assertThat(found(script)).containsExactly("lost cost");
        facts.add(new Fact.CostTold(
                script.id(), "juniper", NUMBER, told.units(), !told.accepted(), told.unitCost(), told.named()));
        assertThat(found(script)).containsExactly("wrong cost");
        facts.set(facts.size() - 1, told);
        replace(Fact.CostTolerated.class, all -> all.add(new Fact.CostTolerated(script.id(), NUMBER, 1, "10.00")));
        assertThat(found(script)).containsExactly("lost cost");
        facts.add(new Fact.CostTolerated(script.id(), NUMBER, 3, "12.00"));
        assertThat(found(script)).containsExactly("lost cost", "cost not asked");
    }

    @Test
    void namesWhatWasWrongWithARecall() {
        OrderScript script = script(Plot.SHIPPED_AFTER_CANCEL);
        taken(script, List.of());
        assertThat(found(script)).containsExactly("not shipped");
        Fact.Parcel parcel = new Fact.Parcel("UPS", "1Z1", Map.of(1, 2));
        facts.add(new Fact.Shipped(script.id(), "juniper", NUMBER, "S-1", List.of(parcel), 200));
        assertThat(found(script)).containsExactly("lost recall");
        facts.add(recall(script, "r1", 2));
        assertThat(found(script)).as("nobody answered").containsExactly("lost recall");
        facts.add(new Fact.RecallAnswered(script.id(), "juniper", NUMBER, "STOPS", List.of("1Z1"), 200));
        assertThat(found(script)).isEmpty();
        assertThat(found(script(Plot.PLAIN))).containsExactly("needless recall");

        facts.add(recall(script, "r2", 2));
        assertThat(found(script)).containsExactly("double recall");
        replace(Fact.RecallReceived.class, all -> all.add(recall(script, "r1", 1)));
        assertThat(found(script)).containsExactly("wrong recall");
    }

    private static Fact recall(OrderScript script, String id, int units) {
        return new Fact.RecallReceived(script.id(), "juniper", NUMBER, id, Map.of(1, units), List.of("1Z1"));
    }
}
