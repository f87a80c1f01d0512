package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agrees with a supplier whether it is mailed, on its working mornings, what is open with it. */
@Component
public final class AgreeDigest {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierLookup suppliers;
    private final ApplicationEventPublisher news;
    private final Audit audit;
    private final Clock clock;

    AgreeDigest(
            Tenancy tenancy,
            JdbcClient jdbc,
            SupplierLookup suppliers,
            ApplicationEventPublisher news,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what is agreed; publishes {@link DigestAgreed}. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}
     */
    public void agree(MerchantId merchant, SupplierId supplier, boolean wanted) {
        tenancy.run(merchant, () -> {
            if (!suppliers.terms(merchant, List.of(supplier)).containsKey(supplier)) {
                throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
            }
            if (wanted) {
                insert(merchant, supplier);
            } else {
                delete(merchant, supplier);
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "AgreeDigest",
                            "supplier",
                            supplier.value(),
                            null,
                            wanted ? "every working morning" : "none",
                            null)));
            news.publishEvent(new DigestAgreed(merchant, supplier));
        });
    }

    private void insert(MerchantId merchant, SupplierId supplier) {
        jdbc.sql("""
                insert into supplier_digest (merchant_id, supplier_id, agreed_at) values (:merchant, :supplier, :now)
                on conflict (merchant_id, supplier_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .update();
    }

    private void delete(MerchantId merchant, SupplierId supplier) {
        jdbc.sql("delete from supplier_digest where merchant_id = :merchant and supplier_id = :supplier")
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .update();
    }

    /** The supplier's next working morning; empty = no digest is agreed. Opens or joins a transaction. */
    public Optional<Instant> next(MerchantId merchant, SupplierId supplier) {
        return tenancy.inTransaction(merchant, () -> {
            SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
            return terms == null || !isAgreed(merchant, supplier)
                    ? Optional.empty()
                    : terms.hours().morningAfter(clock.instant(), terms.zone());
        });
    }

    /** Whether the supplier gets one. Opens or joins a transaction. */
    public boolean isAgreed(MerchantId merchant, SupplierId supplier) {
        return tenancy.inTransaction(
                        merchant,
                        () -> jdbc.sql("""
                        select count(*) from supplier_digest
                        where merchant_id = :merchant and supplier_id = :supplier
                        """)
                                .param("merchant", merchant.value())
                                .param("supplier", supplier.value())
                                .query(Long.class)
                                .single())
                > 0;
    }
}
