package dev.baton.portal;

import dev.baton.orders.RejectReason;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.NamedCost;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the form that answers line by line. */
final class AnswerForm {

    private AnswerForm() {}

    /**
     * What is said of each line; lines nothing is said about are left out.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    static List<Statement> read(Form form, PurchaseOrderView order) {
        List<Statement> statements = new ArrayList<>();
        for (PurchaseOrderLine line : order.lines()) {
            if (!line.withdrawn()) {
                read(form, line, statements);
            }
        }
        if (statements.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.say-something", "line");
        }
        return statements;
    }

    private static void read(Form form, PurchaseOrderLine line, List<Statement> statements) {
        String field = "line." + line.line() + ".";
        int accept = form.units(field + "accept");
        int reject = form.units(field + "reject");
        int backorder = form.units(field + "backorder");
        int answerable = line.units().owed();
        if (accept + reject + backorder > answerable) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.too-many", field + "accept");
        }
        if (reject > 0) {
            RejectReason reason = reason(form.text(field + "reason"), field + "reason");
            statements.add(new Statement(line.line(), Action.REJECT, reject, reason, null, null));
        }
        if (backorder > 0) {
            LocalDate until = form.day(field + "date");
            if (until == null) {
                throw new Problem(CommonProblem.INVALID_FIELD, "error.day", field + "date");
            }
            statements.add(new Statement(line.line(), Action.BACKORDER, backorder, null, null, until));
        }
        if (accept > 0) {
            statements.add(new Statement(line.line(), Action.ACCEPT, accept, null, null, null));
        }
    }

    /**
     * What pieces of lines are to cost instead; lines nothing is said about are left out.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    static List<NamedCost> costs(Form form, PurchaseOrderView order, List<Statement> said) {
        List<NamedCost> costs = new ArrayList<>();
        for (PurchaseOrderLine line : order.lines()) {
            String field = "line." + line.line() + ".cost";
            Long cost = line.withdrawn() ? null : form.micros(field);
            if (cost == null) {
                continue;
            }
            boolean ships =
                    said.stream().anyMatch(each -> each.line() == line.line() && each.action() != Action.REJECT);
            if (!ships || cost == 0) {
                throw new Problem(CommonProblem.INVALID_FIELD, ships ? "error.cost" : "error.cost-of-nothing", field);
            }
            costs.add(new NamedCost(line.line(), cost));
        }
        return costs;
    }

    /**
     * A reason by the word the form sends.
     *
     * @throws Problem INVALID_FIELD when none was chosen
     */
    static RejectReason reason(String word, String field) {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.name().toLowerCase(Locale.ROOT).equals(word)) {
                return reason;
            }
        }
        throw new Problem(CommonProblem.INVALID_FIELD, "error.reason", field);
    }
}
