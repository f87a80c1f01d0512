package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a supplier into watch mode (everything is planned for it, nothing is sent), or lets it go live. */
@Component
public final class WatchSupplier {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Suppliers suppliers;
    private final Audit audit;

    WatchSupplier(Tenancy tenancy, JdbcClient jdbc, Suppliers suppliers, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.audit = audit;
    }

    /**
     * Purchase orders planned from now on are sent. Those planned before stay unsent until a person lets them go. Opens
     * or joins a transaction.
     *
     * @return false when it was live already, or the merchant has no such supplier
     */
    public boolean goLive(MerchantId merchant, SupplierId supplier) {
        return change(merchant, supplier, true);
    }

    /**
     * Nothing more is begun for it; what has begun is finished. Opens or joins a transaction.
     *
     * @return false when it was watched already, or the merchant has no such supplier
     */
    public boolean watch(MerchantId merchant, SupplierId supplier) {
        return change(merchant, supplier, false);
    }

    private boolean change(MerchantId merchant, SupplierId supplier, boolean live) {
        return tenancy.inTransaction(merchant, () -> {
            int changed = jdbc.sql("""
                    update supplier set live = :live
                    where merchant_id = :merchant and supplier_id = :supplier and live <> :live
                    """)
                    .param("live", live)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .update();
            if (changed == 1) {
                suppliers.bumpRevision(merchant);
                audit.record(
                        merchant,
                        List.of(new AuditEntry(
                                "WatchSupplier", "supplier", supplier.value(), word(!live), word(live), null)));
            }
            return changed == 1;
        });
    }

    private static String word(boolean live) {
        return live ? "LIVE" : "WATCHING";
    }
}
