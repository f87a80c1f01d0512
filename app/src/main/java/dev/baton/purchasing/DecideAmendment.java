package dev.baton.purchasing;

import dev.baton.orders.AskBackAllocations;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Amendment.Decision;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.AmendmentsPlanned.PlannedAmendment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a person's decision on a delivery that a supplier does not ship as the store wants it. */
@Component
public class DecideAmendment {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Amendments amendments;
    private final CloseAmendments closing;
    private final AskBackAllocations askBack;

    DecideAmendment(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            Amendments amendments,
            CloseAmendments closing,
            AskBackAllocations askBack) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.amendments = amendments;
        this.closing = closing;
        this.askBack = askBack;
    }

    /** What a person may choose. */
    public enum Choice {
        /** Ask the supplier although it is another country. */
        ASK,
        /** It goes as the supplier was told. */
        LET_GO,
        /** Ask the supplier not to ship it at all. */
        CANCEL,
        /** The parcel is stopped or diverted on its way; the note says by whom and how. */
        INTERCEPT
    }

    /**
     * Decides; opens a transaction or joins the caller's. The same decision again changes nothing.
     *
     * @param note for the timeline; must be given to INTERCEPT
     * @return the question as it stands then
     * @throws Problem UNKNOWN_AMENDMENT; AMENDMENT_CLOSED when there is nothing to decide on it; INVALID_FIELD when
     *     the choice does not fit
     */
    public Amendment decide(MerchantId merchant, AmendmentId id, Choice choice, @Nullable String note) {
        if (choice == Choice.INTERCEPT && (note == null || note.isBlank())) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say in note who stops the parcel, and how.", "note");
        }
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder of =
                    sentPurchaseOrders.lock(merchant, find(merchant, id).purchaseOrder());
            Amendment question = find(merchant, id);
            if (!isRepeat(question, choice)) {
                mustBeOpen(question);
                if (choice == Choice.ASK) {
                    ask(merchant, of.head(), question);
                } else {
                    conclude(merchant, of, question, Decision.valueOf(choice.name()), note);
                }
            }
            return find(merchant, id);
        });
    }

    private Amendment find(MerchantId merchant, AmendmentId id) {
        return amendments.findAll(merchant, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_AMENDMENT,
                        "There is no amendment of that id; the order and its purchase orders show theirs."));
    }

    private static boolean isRepeat(Amendment question, Choice choice) {
        Decision before = question.decision();
        return before != null && before.name().equals(choice.name());
    }

    private static void mustBeOpen(Amendment question) {
        boolean open = switch (question.status()) {
            case ASKED, HELD, REFUSED, OVERTAKEN -> question.decision() == null;
            case PLANNED, AGREED, REPLACED, WITHDRAWN, DECIDED -> false;
        };
        if (!open) {
            throw new Problem(
                    PurchasingProblem.AMENDMENT_CLOSED,
                    "Nothing is left to decide on this amendment: it was answered, decided, or is about to be asked.");
        }
    }

    private void ask(MerchantId merchant, PurchaseOrder of, Amendment question) {
        if (question.status() != Status.HELD) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "The supplier was asked already; choose another way out.", "choice");
        }
        amendments.rewrite(merchant, planned(question));
        AmendmentTasks.close(desk.tasks(), merchant, question.id(), "a person had the supplier asked");
        audit(merchant, of, "amendment " + question.ordinal() + " is asked although it is another country");
        desk.news().publishEvent(new AmendmentsPlanned(merchant, List.of(PlannedAmendment.of(of, question, false))));
    }

    private static Amendment planned(Amendment held) {
        return new Amendment(
                held.id(),
                held.purchaseOrder(),
                held.ordinal(),
                Status.PLANNED,
                held.changes(),
                held.customerRecord(),
                held.shipCountry(),
                held.shipMethod(),
                held.plannedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void conclude(
            MerchantId merchant, SentPurchaseOrder of, Amendment question, Decision decision, @Nullable String note) {
        boolean owed = of.lines().stream().anyMatch(line -> line.units().owed() > 0);
        if (decision == Decision.CANCEL && !owed) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "Nothing is left to cancel: let it go, or intercept it.", "choice");
        }
        amendments.decide(merchant, question, decision, note, desk.clock().instant());
        closing.quiet(merchant, question, "a person decided: " + decision);
        audit(merchant, of.head(), "amendment " + question.ordinal() + ": a person decided " + decision);
        if (decision == Decision.CANCEL) {
            askBack.ask(
                    merchant,
                    of.lines().stream()
                            .filter(line -> line.units().owed() > 0)
                            .map(PurchaseOrderLine::allocation)
                            .toList(),
                    "it cannot be shipped as it is wanted now");
        }
    }

    private void audit(MerchantId merchant, PurchaseOrder of, String why) {
        String status = of.status().name();
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "DecideAmendment", "purchase_order", of.id().value(), status, status, why)));
    }
}
