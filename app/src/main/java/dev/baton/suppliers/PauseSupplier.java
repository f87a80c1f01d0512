package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stops and restarts giving new units to a supplier; what it already has, it finishes. */
@Component
public final class PauseSupplier {

    private final Tenancy tenancy;
    private final Suppliers suppliers;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    PauseSupplier(Tenancy tenancy, Suppliers suppliers, Audit audit, ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Pauses the supplier; pausing a paused one only brings the newer reason. Opens or joins a transaction.
     *
     * @param reason shown to staff wherever the supplier was passed over
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID}
     *     when the reason is blank
     */
    public void pause(MerchantId merchant, SupplierId supplier, String reason) {
        if (reason.isBlank()) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, "Say why the supplier is paused.", "reason");
        }
        tenancy.run(merchant, () -> {
            found(suppliers.pause(merchant, supplier, reason), supplier);
            suppliers.bumpRevision(merchant);
            audit.record(
                    merchant,
                    List.of(new AuditEntry("PauseSupplier", "supplier", supplier.value(), null, "PAUSED", reason)));
        });
    }

    /**
     * Lets the supplier take new units again; resuming one that is not paused changes nothing. Opens or joins
     * a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}
     */
    public void resume(MerchantId merchant, SupplierId supplier) {
        tenancy.run(merchant, () -> {
            found(suppliers.resume(merchant, supplier), supplier);
            suppliers.bumpRevision(merchant);
            audit.record(
                    merchant,
                    List.of(new AuditEntry("PauseSupplier", "supplier", supplier.value(), "PAUSED", "DEFINED", null)));
            news.publishEvent(new SupplierDaysChanged(merchant, supplier));
        });
    }

    private static void found(boolean found, SupplierId supplier) {
        if (!found) {
            throw new Problem(
                    SupplierProblem.SUPPLIER_UNKNOWN,
                    "No supplier has the id " + supplier.value() + ": define it first.");
        }
    }
}
