package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what becomes of new demand while a supplier is away. */
@Component
public final class SetAwayPolicy {

    private static final int MOST_DAYS = 365;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    SetAwayPolicy(Tenancy tenancy, JdbcClient jdbc, Audit audit, ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Keeps the policy; it counts for what is planned from now on. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_TERM_INVALID} when the days do not fit it
     */
    public void set(MerchantId merchant, SupplierId supplier, AwayPolicy policy) {
        boolean fits = policy.kind() == AwayPolicy.Kind.REROUTE
                ? policy.fasterDays() >= 1 && policy.fasterDays() <= MOST_DAYS
                : policy.fasterDays() == 0;
        if (!fits) {
            throw new Problem(
                    SupplierProblem.SUPPLIER_TERM_INVALID,
                    "Say for reroute how many days sooner another must hand over, 1 to " + MOST_DAYS
                            + "; for the others say none.",
                    "fasterDays");
        }
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into supplier_away_policy (merchant_id, supplier_id, policy, faster_days)
                    values (:merchant, :supplier, :policy, :days)
                    on conflict (merchant_id, supplier_id)
                    do update set policy = excluded.policy, faster_days = excluded.faster_days
                    """)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .param("policy", policy.kind().name())
                    .param("days", policy.fasterDays())
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "SetAwayPolicy",
                            "supplier",
                            supplier.value(),
                            null,
                            policy.kind() + " " + policy.fasterDays(),
                            null)));
            news.publishEvent(new SupplierDaysChanged(merchant, supplier));
        });
    }

    /** By supplier; one nothing was said of is left out: {@link AwayPolicy#LATER}. Needs an open transaction. */
    public Map<SupplierId, AwayPolicy> of(MerchantId merchant, Collection<SupplierId> suppliers) {
        Map<SupplierId, AwayPolicy> policies = new HashMap<>();
        if (suppliers.isEmpty()) {
            return policies;
        }
        jdbc.sql("""
                select supplier_id, policy, faster_days from supplier_away_policy
                where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .query(row -> {
                    policies.put(
                            new SupplierId(row.getObject("supplier_id", UUID.class)),
                            new AwayPolicy(
                                    AwayPolicy.Kind.valueOf(row.getString("policy")), row.getInt("faster_days")));
                });
        return policies;
    }
}
