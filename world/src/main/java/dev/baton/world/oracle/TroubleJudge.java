package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What became of the troubles that stores made: what was refused is told again, and what only a person can mend is a task. */
final class TroubleJudge {

    /** Baton's task that a store refuses it. */
    private static final String NOT_LET_IN = "channels.store-access";

    private final List<Fact> facts;
    private final BatonPicture picture;
    private final UnaryOperator<String> name;
    private final List<Difference> differences = new ArrayList<>();

    /** @param name what people call the order of that id */
    TroubleJudge(List<Ledger.Entry> entries, BatonPicture picture, UnaryOperator<String> name) {
        this.facts = entries.stream().map(Ledger.Entry::fact).toList();
        this.picture = picture;
        this.name = name;
    }

    List<Difference> judge() {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof Fact.StoreTroubled troubled) {
                judge(troubled, facts.subList(i, facts.size()));
            }
        }
        if (picture.openTasks().stream().anyMatch(task -> task.kind().equals(NOT_LET_IN))) {
            add("needless task", "", "a task says that a store does not let Baton in, and each of them does");
        }
        return differences;
    }

    private void judge(Fact.StoreTroubled troubled, List<Fact> after) {
        String store = troubled.store();
        if (troubled.trouble() == StoreTrouble.USER_ERRORS && !isToldAgain(troubled, after)) {
            add("shipment given up", troubled.order(), store + " did not enter it once, and was never told again");
        }
        boolean mended = after.stream()
                .anyMatch(fact -> fact instanceof Fact.ScopeGranted granted
                        && granted.store().equals(store));
        if (troubled.trouble() == StoreTrouble.MISSING_SCOPE && !mended) {
            add("missing task", troubled.order(), store + " lacks a scope, and no task brought anybody to grant it");
        }
    }

    private static boolean isToldAgain(Fact.StoreTroubled refused, List<Fact> after) {
        return after.stream()
                .anyMatch(fact -> fact instanceof Fact.Fulfilled entered
                        && entered.store().equals(refused.store())
                        && entered.order().equals(refused.order()));
    }

    private void add(String what, String order, String words) {
        differences.add(new Difference(what, order.isEmpty() ? "" : name.apply(order), words));
    }
}
