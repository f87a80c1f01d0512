package dev.baton.purchasing;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.NamedCost;
import dev.baton.purchasing.Acknowledgement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an answer can be read at all. That it speaks of more units than are open is no fault here. */
final class AnswerCheck {

    private static final int MOST_STATEMENTS = 1_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_TEXT = 2_000;

    private AnswerCheck() {}

    /**
     * Looks at the answer by itself.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    static void shape(Acknowledgement answer) {
        require(
                !answer.reference().isBlank() && answer.reference().length() <= LONGEST_REFERENCE,
                "reference",
                "Give your own reference of this answer, 1 to " + LONGEST_REFERENCE + " characters.");
        require(
                !answer.lines().isEmpty() && answer.lines().size() <= MOST_STATEMENTS,
                "lines",
                "Send 1 to " + MOST_STATEMENTS + " lines.");
        for (int i = 0; i < answer.lines().size(); i++) {
            shape(answer.lines().get(i), "lines[" + i + "].");
        }
    }

    private static void shape(Statement statement, String path) {
        require(statement.quantity() > 0, path + "quantity", "Give the number of units, 1 or more.");
        require(
                statement.action() != Action.REJECT || statement.reason() != null,
                path + "reason",
                "Say why you reject it, for example OUT_OF_STOCK.");
        require(
                statement.action() != Action.BACKORDER || statement.until() != null,
                path + "until",
                "Say when you expect to ship it, as a date such as 2026-01-31.");
        String text = statement.text();
        require(
                text == null || text.length() <= LONGEST_TEXT,
                path + "text",
                "Say it in at most " + LONGEST_TEXT + " characters.");
    }

    /**
     * Looks whether every line named is on the document.
     *
     * @throws Problem UNKNOWN_LINE naming the field
     */
    static void lines(Acknowledgement answer, List<PurchaseOrderLine> lines) {
        Set<Integer> known = lines.stream().map(PurchaseOrderLine::line).collect(Collectors.toSet());
        for (int i = 0; i < answer.lines().size(); i++) {
            int line = answer.lines().get(i).line();
            if (!known.contains(line)) {
                throw new Problem(
                        PurchasingProblem.UNKNOWN_LINE,
                        "There is no line " + line + "; the document has the lines "
                                + known.stream().sorted().toList() + ".",
                        "lines[" + i + "].line");
            }
        }
    }

    /**
     * Looks at the costs it names: one a line, for what it ships, in the currency of the purchase order.
     *
     * @throws Problem INVALID_FIELD naming the field, or WRONG_CURRENCY
     */
    static void costs(Acknowledgement answer, SentPurchaseOrder open) {
        if (answer.costs().isEmpty()) {
            return;
        }
        String currency = answer.currency();
        require(currency != null, "currency", "Say in which currency the unit costs are, such as EUR.");
        if (!open.head().currency().equals(currency)) {
            throw new Problem(
                    PurchasingProblem.WRONG_CURRENCY,
                    open.head().number() + " is in " + open.head().currency() + "; name unit costs in it.",
                    "currency");
        }
        Map<Integer, Long> costs = new HashMap<>();
        for (NamedCost cost : answer.costs()) {
            Long other = costs.put(cost.line(), cost.unitCostMicros());
            require(
                    other == null || other == cost.unitCostMicros(),
                    "lines",
                    "Name one unit cost for line " + cost.line() + ".");
            boolean ships = answer.lines().stream()
                    .anyMatch(said -> said.line() == cost.line() && said.action() != Action.REJECT);
            require(ships, "lines", "Name a unit cost of line " + cost.line() + " only for units you ship.");
            long inForce = open.lines().stream()
                    .filter(line -> line.line() == cost.line())
                    .mapToLong(PurchaseOrderLine::unitCostMicros)
                    .findFirst()
                    .orElse(0);
            require(
                    cost.unitCostMicros() > 0 || cost.unitCostMicros() == inForce,
                    "lines",
                    "Name a unit cost above 0 for line " + cost.line() + ", or leave it out.");
        }
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(CommonProblem.INVALID_FIELD, otherwise, field);
        }
    }
}
