package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.suppliers.SupplierLookup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends amendment questions that answer themselves. Needs the lock of the purchase order. */
@Component
class CloseAmendments {

    private final PurchasingDesk desk;
    private final Amendments amendments;
    private final SupplierLookup suppliers;

    CloseAmendments(PurchasingDesk desk, Amendments amendments, SupplierLookup suppliers) {
        this.desk = desk;
        this.amendments = amendments;
        this.suppliers = suppliers;
    }

    /** After an answer or a shipment: with nothing left to come, a question that stands has come too late. */
    void settle(MerchantId merchant, PurchaseOrder of, List<PurchaseOrderLine> after) {
        if (after.stream().anyMatch(line -> line.units().owed() > 0)) {
            return;
        }
        Amendment live = live(merchant, of);
        if (live == null) {
            return;
        }
        end(merchant, live, Status.OVERTAKEN, null);
        if (after.stream().anyMatch(line -> line.units().shipped() > 0)) {
            desk.tasks().open(merchant, AmendmentTasks.overtaken(of, supplier(merchant, of), live));
        }
    }

    /** A cancellation is the more urgent question: what the supplier was asked before is asked again after it, if need be. */
    void replace(MerchantId merchant, List<PurchaseOrder> locked) {
        Map<PurchaseOrderId, List<Amendment>> all =
                amendments.of(merchant, locked.stream().map(PurchaseOrder::id).toList());
        all.values()
                .forEach(ofOne -> ofOne.stream()
                        .filter(question -> question.status() == Status.ASKED)
                        .forEach(question -> end(merchant, question, Status.REPLACED, null)));
    }

    /** Ends one that stands, whoever answered it. */
    void end(MerchantId merchant, Amendment live, Status to, @Nullable String reason) {
        amendments.end(merchant, live, to, desk.clock().instant(), reason);
        quiet(merchant, live, to.name());
    }

    /** Nobody waits for its answer any more. */
    void quiet(MerchantId merchant, Amendment question, String why) {
        desk.work().remove(merchant, WatchAmendments.KIND, List.of(question.id().value()));
        AmendmentTasks.close(desk.tasks(), merchant, question.id(), why);
    }

    String supplier(MerchantId merchant, PurchaseOrder of) {
        return Deadlines.of(suppliers.terms(merchant, List.of(of.supplier())), of.supplier())
                .name();
    }

    private @Nullable Amendment live(MerchantId merchant, PurchaseOrder of) {
        return amendments.of(merchant, List.of(of.id())).getOrDefault(of.id(), List.of()).stream()
                .filter(question -> question.status().live())
                .findFirst()
                .orElse(null);
    }
}
