package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.AmendmentsPlanned.PlannedAmendment;
import dev.baton.purchasing.DesiredVersusSent.Verdict;
import dev.baton.purchasing.ReadDeliveries.Version;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the question that stands about a purchase order to what the comparison found. Needs its lock. */
@Component
class WriteAmendments {

    private final PurchasingDesk desk;
    private final Amendments amendments;

    WriteAmendments(PurchasingDesk desk, Amendments amendments) {
        this.desk = desk;
        this.amendments = amendments;
    }

    /**
     * What the comparison was made for.
     *
     * @param live the question that stands and was not asked yet; null = none
     * @param declined the last question nobody said yes to; null = none
     * @param earlier how many questions there were
     */
    record Found(
            PurchaseOrder row,
            String supplier,
            Version wanted,
            @Nullable Amendment live,
            @Nullable Amendment declined,
            int earlier) {}

    void write(MerchantId merchant, Found found, Verdict verdict) {
        switch (verdict.question()) {
            case NONE -> {
                withdraw(merchant, found);
                if (verdict.differs().isEmpty()) {
                    forget(merchant, found.declined());
                }
            }
            case TOO_LATE -> {
                withdraw(merchant, found);
                tellOfParcels(merchant, found, verdict.differs());
            }
            case ASK -> {
                ask(merchant, found, verdict.differs());
                tellOfParcels(merchant, found, verdict.differs());
            }
            case HOLD -> hold(merchant, found, verdict.differs());
        }
    }

    /** What has left goes as it was told; where nothing has, units were rejected or asked back, and nobody need know. */
    private void tellOfParcels(MerchantId merchant, Found found, Set<AmendedFact> differs) {
        PurchaseOrderStatus status = found.row().status();
        if (status == PurchaseOrderStatus.SHIPPED || status == PurchaseOrderStatus.PARTLY_SHIPPED) {
            desk.tasks().open(merchant, AmendmentTasks.afterShipping(found.row(), found.supplier(), differs));
        }
    }

    private void withdraw(MerchantId merchant, Found found) {
        Amendment live = found.live();
        if (live != null) {
            amendments.end(merchant, live, Status.WITHDRAWN, desk.clock().instant(), null);
            AmendmentTasks.close(desk.tasks(), merchant, live.id(), "the store wants it as it was");
            audit(merchant, found.row(), "amendment withdrawn: the store wants it as it was");
        }
    }

    /** The store went back to what the supplier was told: the no that was given is none any more. */
    private void forget(MerchantId merchant, @Nullable Amendment declined) {
        if (declined != null) {
            amendments.end(merchant, declined, Status.WITHDRAWN, desk.clock().instant(), null);
            AmendmentTasks.close(desk.tasks(), merchant, declined.id(), "the store wants it as it was");
        }
    }

    private void ask(MerchantId merchant, Found found, Set<AmendedFact> differs) {
        Amendment question = put(merchant, found, Status.PLANNED, differs);
        AmendmentTasks.close(desk.tasks(), merchant, question.id(), "the supplier is asked");
        desk.news()
                .publishEvent(
                        new AmendmentsPlanned(merchant, List.of(PlannedAmendment.of(found.row(), question, false))));
    }

    private void hold(MerchantId merchant, Found found, Set<AmendedFact> differs) {
        Amendment live = found.live();
        Found fresh = found;
        if (live != null && live.status() == Status.PLANNED) {
            // its document is planned already and would leave: it ends, and the hold is a question of its own
            withdraw(merchant, found);
            fresh = new Found(found.row(), found.supplier(), found.wanted(), null, found.declined(), found.earlier());
        }
        Amendment question = put(merchant, fresh, Status.HELD, differs);
        desk.tasks().open(merchant, AmendmentTasks.held(found.row(), found.supplier(), question));
    }

    private Amendment put(MerchantId merchant, Found found, Status status, Set<AmendedFact> differs) {
        Amendment live = found.live();
        Version wanted = found.wanted();
        Amendment question = new Amendment(
                live == null ? new AmendmentId(desk.ids().next()) : live.id(),
                found.row().id(),
                live == null ? found.earlier() + 1 : live.ordinal(),
                status,
                differs,
                wanted.customerRecord(),
                wanted.country(),
                wanted.shipMethod(),
                live == null ? desk.clock().instant() : live.plannedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        if (live == null) {
            amendments.insert(merchant, question);
        } else {
            amendments.rewrite(merchant, question);
        }
        audit(
                merchant,
                found.row(),
                "amendment " + status + ": the store wants another " + AmendedFact.written(differs));
        return question;
    }

    private void audit(MerchantId merchant, PurchaseOrder row, String why) {
        String status = row.status().name();
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "AskAmendments", "purchase_order", row.id().value(), status, status, why)));
    }
}
