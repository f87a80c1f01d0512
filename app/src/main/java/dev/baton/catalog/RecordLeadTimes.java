package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how long a supplier says it takes to hand its items over. */
@Component
public final class RecordLeadTimes {

    /** Most working days that can be meant. */
    public static final int MOST_DAYS = 365;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    RecordLeadTimes(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Keeps them for what is planned from now on; purchase orders keep their dates. An offer that is not the supplier's is
     * left out. Opens or joins a transaction.
     *
     * @param days working days by offer, 0 to {@value #MOST_DAYS}
     */
    public void record(MerchantId merchant, SupplierId supplier, Map<OfferId, Integer> days) {
        if (days.isEmpty()) {
            return;
        }
        List<OfferId> offers = List.copyOf(days.keySet());
        tenancy.run(merchant, () -> {
            List<UUID> changed = jdbc.sql("""
                    update offer o set lead_time_days = d.days
                    from unnest(:offers::uuid[], :days::int[]) as d (offer, days)
                    where o.merchant_id = :merchant and o.offer_id = d.offer and o.supplier_id = :supplier
                      and o.lead_time_days <> d.days
                    returning o.offer_id
                    """)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .param(
                            "offers",
                            SqlArrays.uuids(offers.stream().map(OfferId::value).toList()))
                    .param(
                            "days",
                            SqlArrays.ints(offers.stream().mapToInt(days::get).toArray()))
                    .query((row, number) -> row.getObject("offer_id", UUID.class))
                    .list();
            audit.record(
                    merchant,
                    changed.stream()
                            .map(offer -> new AuditEntry(
                                    "RecordLeadTimes",
                                    "offer",
                                    offer,
                                    null,
                                    days.get(new OfferId(offer)) + " working days",
                                    null))
                            .toList());
        });
    }
}
