package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock_observation: the ledger of figures. */
@Component
final class Observations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Observations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where figures come from. */
    enum Source {
        FEED,
        REJECTION
    }

    /** One figure that changed an offer, or came too late to. */
    record Row(OfferId offer, int quantity, int was, boolean applied) {}

    /** Keeps the rows; a figure told again by the same source is kept as it was first. */
    void keep(MerchantId merchant, Source source, UUID sourceId, Instant effectiveAt, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        boolean[] applied = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            applied[i] = rows.get(i).applied();
        }
        jdbc.sql("""
                insert into stock_observation (merchant_id, offer_id, source_id, source, effective_at, quantity, was,
                                               outcome, known_at)
                select :merchant, o.offer, :sourceId, :source, :at, o.quantity, o.was,
                       case when o.applied then 'APPLIED' else 'SUPERSEDED' end, :knownAt
                from unnest(:offers::uuid[], :quantities::int[], :was::int[], :applied::bool[])
                     as o (offer, quantity, was, applied)
                on conflict (merchant_id, offer_id, source_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("sourceId", sourceId)
                .param("source", source.name())
                .param("at", SqlArrays.instant(effectiveAt))
                .param("knownAt", SqlArrays.instant(clock.instant()))
                .param(
                        "offers",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.offer().value()).toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(rows.stream().mapToInt(Row::quantity).toArray()))
                .param("was", SqlArrays.ints(rows.stream().mapToInt(Row::was).toArray()))
                .param("applied", SqlArrays.bools(applied))
                .update();
    }
}
