package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps when offers are expected to have stock again. It promises nothing by itself and sells nothing. */
@Component
public final class RecordExpectedStock {

    /** Most expectations of one SKU that are read. */
    private static final int MOST = 2_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    RecordExpectedStock(Tenancy tenancy, JdbcClient jdbc, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps them; the same source again brings its newer word. Opens or joins a transaction. */
    public void record(MerchantId merchant, Collection<ExpectedStock> all) {
        if (!all.isEmpty()) {
            tenancy.run(merchant, () -> {
                all.forEach(each -> write(merchant, each));
                audit.record(
                        merchant,
                        all.stream()
                                .map(each -> entry(each.offer(), each.source() + " " + each.expectedOn()))
                                .toList());
            });
        }
    }

    private void write(MerchantId merchant, ExpectedStock expected) {
        jdbc.sql("""
                insert into stock_expected (merchant_id, offer_id, source_id, source, expected_on, quantity, recorded_at)
                values (:merchant, :offer, :sourceId, :source, :on, :quantity, :now)
                on conflict (merchant_id, offer_id, source_id)
                do update set expected_on = excluded.expected_on, quantity = excluded.quantity,
                              recorded_at = excluded.recorded_at
                """)
                .param("merchant", merchant.value())
                .param("offer", expected.offer().value())
                .param("sourceId", expected.sourceId())
                .param("source", expected.source().name())
                .param("on", expected.expectedOn())
                .param("quantity", expected.quantity(), Types.INTEGER)
                .param("now", SqlArrays.instant(clock.instant()))
                .update();
    }

    /** Takes the merchant's own word on an offer back; false when there was none. Opens or joins a transaction. */
    public boolean forget(MerchantId merchant, OfferId offer) {
        return tenancy.inTransaction(merchant, () -> {
            boolean was = jdbc.sql("""
                    delete from stock_expected
                    where merchant_id = :merchant and offer_id = :offer and source_id = :offer
                    """)
                            .param("merchant", merchant.value())
                            .param("offer", offer.value())
                            .update()
                    == 1;
            if (was) {
                audit.record(merchant, List.of(entry(offer, "taken back")));
            }
            return was;
        });
    }

    private static AuditEntry entry(OfferId offer, String what) {
        return new AuditEntry("RecordExpectedStock", "offer", offer.value(), null, what, null);
    }

    /** What is expected of the offers from that day on, by offer, the earliest first. Needs an open transaction. */
    public Map<OfferId, List<ExpectedStock>> expected(MerchantId merchant, Collection<OfferId> offers, LocalDate from) {
        Map<OfferId, List<ExpectedStock>> found = new HashMap<>();
        if (offers.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select offer_id, source_id, source, expected_on, quantity
                from stock_expected
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and expected_on >= :from
                order by expected_on, source_id
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .param("from", from)
                .param("most", MOST)
                .query(row -> {
                    int quantity = row.getInt("quantity");
                    @Nullable Integer known = row.wasNull() ? null : (Integer) quantity;
                    OfferId offer = Columns.offer(row);
                    found.computeIfAbsent(offer, none -> new ArrayList<>())
                            .add(new ExpectedStock(
                                    offer,
                                    row.getObject("source_id", UUID.class),
                                    ExpectedStock.Source.valueOf(row.getString("source")),
                                    row.getObject("expected_on", LocalDate.class),
                                    known));
                });
        return found;
    }
}
