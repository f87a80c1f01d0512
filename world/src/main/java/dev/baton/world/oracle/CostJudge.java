package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.OtherCost;
import dev.baton.world.story.Plot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Compares what became of the other costs a supplier named with the script: nobody is asked of a little, all else is decided. */
final class CostJudge {

    private final OrderScript script;
    private final History history;
    private final List<Difference> differences = new ArrayList<>();

    CostJudge(OrderScript script, History history) {
        this.script = script;
        this.history = history;
    }

    List<Difference> judge() {
        if (script.plot() != Plot.COSTS_MORE) {
            if (!history.all(Fact.OfCost.class).isEmpty()) {
                add("needless cost", "another cost came up, and nobody had named one");
            }
            return differences;
        }
        for (Fact.PurchaseOrderTaken taken : history.taken()) {
            for (PurchaseOrder.Line line : taken.document().lines()) {
                OtherCost cost = OtherCost.of(script, line.merchantSku());
                if (cost != null) {
                    line(taken.document().number(), line, cost);
                }
            }
        }
        return differences;
    }

    private void line(String number, PurchaseOrder.Line line, OtherCost cost) {
        List<Fact.CostTolerated> tolerated = history.all(Fact.CostTolerated.class).stream()
                .filter(one -> one.number().equals(number) && one.line() == line.line())
                .toList();
        List<Fact.CostTold> told = history.all(Fact.CostTold.class).stream()
                .filter(one -> one.number().equals(number) && one.units().containsKey(line.line()))
                .distinct()
                .toList();
        String of = "line " + line.line() + " of " + number;
        if (cost == OtherCost.TOLERATED) {
            if (!told.isEmpty()) {
                add("needless cost", "the supplier was written about " + of + ", which costs a little more only");
            }
            if (tolerated.isEmpty() || !same(tolerated.getFirst().unitCost(), cost.named(line.unitCost()))) {
                add("lost cost", "what the supplier named for " + of + " does not count: " + tolerated);
            }
            return;
        }
        if (!tolerated.isEmpty()) {
            add("cost not asked", "nobody was asked about " + of + ", which costs much more");
        }
        if (told.isEmpty()) {
            add("lost cost", "the supplier never heard what became of the cost it named for " + of);
        }
        for (Fact.CostTold one : told) {
            boolean right = one.accepted() == (cost == OtherCost.ACCEPTED)
                    && same(one.named(), cost.named(line.unitCost()))
                    && same(one.unitCost(), cost.agreed(line.unitCost()))
                    && one.units().getOrDefault(line.line(), 0) == line.quantity();
            if (!right) {
                add("wrong cost", "the supplier heard of " + of + ": " + one);
            }
        }
    }

    private static boolean same(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, script.name(), words));
    }
}
