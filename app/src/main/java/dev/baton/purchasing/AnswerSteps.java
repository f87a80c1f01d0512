package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AcknowledgementOutcome.Applied;
import dev.baton.purchasing.LineUnits.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies the statements of an answer to the lines, one after the other. Pure. What cannot be applied in full
 * is applied as far as it goes and remarked; nothing is refused for being too much.
 */
final class AnswerSteps {

    /**
     * Units one statement moved.
     *
     * @param fresh those nothing had been said about before
     */
    record Moved(AllocationId allocation, Statement statement, int units, int fresh) {}

    private final Map<Integer, PurchaseOrderLine> lines = new LinkedHashMap<>();
    private final List<Applied> applied = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();

    private AnswerSteps(List<PurchaseOrderLine> before) {
        before.forEach(line -> lines.put(line.line(), line));
    }

    /** Every statement must name one of the lines. */
    static AnswerSteps apply(List<PurchaseOrderLine> before, List<Statement> statements) {
        AnswerSteps steps = new AnswerSteps(before);
        statements.forEach(steps::apply);
        return steps;
    }

    private void apply(Statement statement) {
        PurchaseOrderLine line = Objects.requireNonNull(lines.get(statement.line()));
        Step step = step(line.units(), statement);
        lines.put(line.line(), line.with(step.after()));
        if (step.moved() > 0) {
            moved.add(new Moved(line.allocation(), statement, step.moved(), step.fromUnanswered()));
        }
        applied.add(new Applied(
                statement.line(),
                statement.action(),
                statement.quantity(),
                step.moved(),
                remark(line, statement, step)));
    }

    private static Step step(LineUnits units, Statement statement) {
        return switch (statement.action()) {
            case ACCEPT -> units.accept(statement.quantity());
            case REJECT -> units.reject(statement.quantity());
            case BACKORDER -> units.backorder(statement.quantity(), Objects.requireNonNull(statement.until()));
        };
    }

    /** Accepting units that were shipped before the answer came says nothing new and contradicts nothing. */
    private static @Nullable String remark(PurchaseOrderLine line, Statement statement, Step step) {
        LineUnits before = line.units();
        int unmoved = statement.quantity() - step.moved();
        if (unmoved == 0 || (statement.action() == Action.ACCEPT && unmoved <= before.shipped())) {
            return null;
        }
        String rest = statement.action() == Action.ACCEPT ? "not open any more" : "not open or already shipped";
        return "%d of %d applied: the line asks for %d, of which %d were accepted, %d rejected, %d cancelled, %d shipped; the rest is %s"
                .formatted(
                        step.moved(),
                        statement.quantity(),
                        before.quantity(),
                        before.accepted(),
                        before.rejected(),
                        before.cancelled(),
                        before.shipped(),
                        rest);
    }

    /** All lines as they are now, in line order. */
    List<PurchaseOrderLine> lines() {
        return List.copyOf(lines.values());
    }

    /** One per statement, in order. */
    List<Applied> applied() {
        return applied;
    }

    /** Only what moved, in order. */
    List<Moved> moved() {
        return moved;
    }
}
