package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a supplier's price lists may move costs by themselves. */
@Component
public final class CostPolicies {

    /** Per cent, for a supplier nothing was said of. */
    public static final int DEFAULT_JUMP_PERCENT = 30;

    private static final int MOST_PERCENT = 1_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    CostPolicies(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Per cent a cost may change, up or down, without a person. Needs an open transaction. */
    public int jumpPercent(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select jump_percent from cost_policy where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(Integer.class)
                .optional()
                .orElse(DEFAULT_JUMP_PERCENT);
    }

    /**
     * Changes it; opens or joins a transaction. What waits for a person goes on waiting.
     *
     * @throws Problem {@link CatalogProblem#OFFER_INVALID} when it is not 0 to 1,000
     */
    public void set(MerchantId merchant, SupplierId supplier, int jumpPercent) {
        if (jumpPercent < 0 || jumpPercent > MOST_PERCENT) {
            throw new Problem(
                    CatalogProblem.OFFER_INVALID,
                    "jumpPercent is not valid: use 0 (every change waits for a person) to " + MOST_PERCENT + ".",
                    "jumpPercent");
        }
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into cost_policy (merchant_id, supplier_id, jump_percent)
                    values (:merchant, :supplier, :percent)
                    on conflict (merchant_id, supplier_id) do update set jump_percent = excluded.jump_percent
                    """)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .param("percent", jumpPercent)
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "SetCostPolicy", "supplier", supplier.value(), null, jumpPercent + " %", null)));
        });
    }
}
