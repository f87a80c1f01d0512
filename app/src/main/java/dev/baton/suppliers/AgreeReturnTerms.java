package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agrees on what terms a supplier takes goods back. */
@Component
public final class AgreeReturnTerms {

    private static final int MOST_DAYS = 3_650;
    private static final int WHOLE_BPS = 10_000;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NOTE = 2_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierLookup suppliers;
    private final Audit audit;

    AgreeReturnTerms(Tenancy tenancy, JdbcClient jdbc, SupplierLookup suppliers, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.audit = audit;
    }

    /**
     * Keeps the whole of them. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID} with the
     *     field, when days or share cannot be, or a text is too long
     */
    public void agree(MerchantId merchant, SupplierId supplier, ReturnTerms terms) {
        require(terms.days() >= 0 && terms.days() <= MOST_DAYS, "days", "Give 0 to " + MOST_DAYS + " days.");
        require(
                terms.restockingBps() >= 0 && terms.restockingBps() <= WHOLE_BPS,
                "restockingPercent",
                "Give a share of 0 to 100 per cent, such as 15.");
        text(terms.address(), LONGEST_ADDRESS, "address");
        text(terms.note(), LONGEST_NOTE, "note");
        tenancy.run(merchant, () -> {
            if (!suppliers.terms(merchant, List.of(supplier)).containsKey(supplier)) {
                throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
            }
            Optional<ReturnTerms> before = of(merchant, supplier);
            write(merchant, supplier, terms);
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "AgreeReturnTerms",
                            "supplier",
                            supplier.value(),
                            before.map(AgreeReturnTerms::words).orElse("none"),
                            words(terms),
                            null)));
        });
    }

    private static void text(@Nullable String text, int longest, String field) {
        require(
                text == null || (!text.isBlank() && text.length() <= longest),
                field,
                "Write at most " + longest + " characters, or leave it out.");
    }

    private static void require(boolean good, String field, String advice) {
        if (!good) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, advice, field);
        }
    }

    private void write(MerchantId merchant, SupplierId supplier, ReturnTerms terms) {
        jdbc.sql("""
                insert into supplier_return_terms (merchant_id, supplier_id, days, paid_by, restocking_bps, address, note)
                values (:merchant, :supplier, :days, :paidBy, :restocking, :address, :note)
                on conflict (merchant_id, supplier_id)
                do update set days = excluded.days, paid_by = excluded.paid_by,
                              restocking_bps = excluded.restocking_bps, address = excluded.address, note = excluded.note
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("days", terms.days())
                .param("paidBy", terms.paidBy().name())
                .param("restocking", terms.restockingBps())
                .param("address", terms.address(), Types.VARCHAR)
                .param("note", terms.note(), Types.VARCHAR)
                .update();
    }

    /** Neither address nor note: what stands there is nobody else's business. */
    private static String words(ReturnTerms terms) {
        return terms.taken()
                ? terms.days() + " days, paid by " + terms.paidBy() + ", " + terms.restockingBps() + " bps kept"
                : "nothing taken back";
    }

    /** As agreed today; empty = nothing is. Needs an open transaction. */
    public Optional<ReturnTerms> of(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select days, paid_by, restocking_bps, address, note from supplier_return_terms
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> new ReturnTerms(
                        row.getInt("days"),
                        ReturnTerms.Payer.valueOf(row.getString("paid_by")),
                        row.getInt("restocking_bps"),
                        row.getString("address"),
                        row.getString("note")))
                .optional();
    }
}
