package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agrees by how much a supplier may answer dearer than it was asked. */
@Component
public final class AgreePriceTerms {

    private static final int WHOLE_BPS = 10_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    AgreePriceTerms(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Keeps the terms; they count for answers from now on, and for what waits at its deadline. Opens or joins a
     * transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_TERM_INVALID} when a share or an amount cannot be
     */
    public void agree(MerchantId merchant, SupplierId supplier, PriceTerms terms) {
        if (terms.toleranceBps() < 0 || terms.toleranceBps() > WHOLE_BPS) {
            throw new Problem(
                    SupplierProblem.SUPPLIER_TERM_INVALID,
                    "Give a share of 0 to 100 per cent, such as 2.5.",
                    "tolerancePercent");
        }
        Long amount = terms.toleranceMicros();
        if (amount != null && amount < 0) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, "Give an amount of 0 or more.", "toleranceAmount");
        }
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into supplier_price_terms (merchant_id, supplier_id, tolerance_bps, tolerance_micros,
                                                      at_deadline)
                    values (:merchant, :supplier, :bps, :micros, :atDeadline)
                    on conflict (merchant_id, supplier_id)
                    do update set tolerance_bps = excluded.tolerance_bps,
                                  tolerance_micros = excluded.tolerance_micros,
                                  at_deadline = excluded.at_deadline
                    """)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .param("bps", terms.toleranceBps())
                    .param("micros", amount, Types.BIGINT)
                    .param("atDeadline", terms.atDeadline().name())
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "AgreePriceTerms", "supplier", supplier.value(), null, words(terms, amount), null)));
        });
    }

    private static String words(PriceTerms terms, @Nullable Long amount) {
        return terms.toleranceBps() + " bps" + (amount == null ? "" : ", at most " + amount + " micros") + ", "
                + terms.atDeadline();
    }

    /** As agreed today; {@link PriceTerms#USUAL} where nothing was said. Needs an open transaction. */
    public PriceTerms of(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select tolerance_bps, tolerance_micros, at_deadline from supplier_price_terms
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> new PriceTerms(
                        row.getInt("tolerance_bps"),
                        row.getObject("tolerance_micros", Long.class),
                        PriceTerms.AtDeadline.valueOf(row.getString("at_deadline"))))
                .optional()
                .orElse(PriceTerms.USUAL);
    }
}
