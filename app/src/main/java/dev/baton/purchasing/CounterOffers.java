package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.CounterOffer.Decider;
import dev.baton.purchasing.CounterOffer.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of counter-offers; every method needs an open transaction of the merchant. One is only written by who holds
 * the lock of its purchase order.
 */
@Component
class CounterOffers {

    private static final String SELECT = """
            select id, purchase_order_id, ordinal, acknowledgement_id, line, status, cost_micros, named_micros, named_at,
                   decide_by, decided_by, ended_at, reason, for_others
            from counter_offer
            """;

    private final JdbcClient jdbc;

    CounterOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All about the given purchase orders, oldest first each. */
    Map<PurchaseOrderId, List<CounterOffer>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return jdbc
                .sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                order by merchant_id, purchase_order_id, ordinal
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, PurchaseOrderId::value))
                .query(CounterOffers::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(CounterOffer::purchaseOrder));
    }

    List<CounterOffer> findAll(MerchantId merchant, Collection<CounterOfferId> ids) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, CounterOfferId::value))
                .query(CounterOffers::read)
                .list();
    }

    /** Newest first, below the given id. */
    List<CounterOffer> page(MerchantId merchant, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("limit", limit)
                .query(CounterOffers::read)
                .list();
    }

    /** As above, only those that wait. */
    List<CounterOffer> openPage(MerchantId merchant, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and status = 'OPEN'
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("limit", limit)
                .query(CounterOffers::read)
                .list();
    }

    void insert(MerchantId merchant, CounterOffer row) {
        Decider decidedBy = row.decidedBy();
        jdbc.sql("""
                insert into counter_offer (merchant_id, id, purchase_order_id, ordinal, acknowledgement_id, line, status,
                                           cost_micros, named_micros, named_at, decide_by, decided_by, ended_at,
                                           for_others)
                values (:merchant, :id, :purchaseOrder, :ordinal, :acknowledgement, :line, :status, :cost, :named,
                        :namedAt, :decideBy, :decidedBy, :endedAt, false)
                """)
                .param("merchant", merchant.value())
                .param("id", row.id().value())
                .param("purchaseOrder", row.purchaseOrder().value())
                .param("ordinal", row.ordinal())
                .param("acknowledgement", row.acknowledgement())
                .param("line", row.line())
                .param("status", row.status().name())
                .param("cost", row.costMicros())
                .param("named", row.namedMicros())
                .param("namedAt", SqlArrays.instant(row.namedAt()))
                .param("decideBy", instant(row.decideBy()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedBy", decidedBy == null ? null : decidedBy.name(), Types.VARCHAR)
                .param("endedAt", instant(row.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static @Nullable Object instant(@Nullable Instant at) {
        return at == null ? null : SqlArrays.instant(at);
    }

    /** A person was asked again and has until then. */
    void askedAgain(MerchantId merchant, CounterOfferId id, Instant decideBy) {
        expectOne(jdbc.sql("""
                update counter_offer set decide_by = :decideBy
                where merchant_id = :merchant and id = :id and status = 'OPEN'
                """)
                .param("decideBy", SqlArrays.instant(decideBy))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update());
    }

    /**
     * Ends one that waits.
     *
     * @param decidedBy null unless it is accepted or refused
     */
    record Ending(
            Status to,
            @Nullable Decider decidedBy,
            Instant at,
            @Nullable String reason,
            boolean forOthers) {

        /** By the supplier itself. */
        static Ending bySupplier(Status to, Instant at) {
            return new Ending(to, null, at, null, false);
        }
    }

    void end(MerchantId merchant, CounterOfferId id, Ending ending) {
        Decider decidedBy = ending.decidedBy();
        expectOne(jdbc.sql("""
                update counter_offer set status = :to, decided_by = :decidedBy, ended_at = :at, reason = :reason,
                                         for_others = :forOthers
                where merchant_id = :merchant and id = :id and status = 'OPEN'
                """)
                .param("to", ending.to().name())
                .param("decidedBy", decidedBy == null ? null : decidedBy.name(), Types.VARCHAR)
                .param("at", SqlArrays.instant(ending.at()))
                .param("reason", ending.reason(), Types.VARCHAR)
                .param("forOthers", ending.forOthers())
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update());
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the counter-offer is not where it was read");
        }
    }

    private static CounterOffer read(ResultSet row, int number) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new CounterOffer(
                new CounterOfferId(row.getObject("id", UUID.class)),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                row.getInt("ordinal"),
                row.getObject("acknowledgement_id", UUID.class),
                row.getInt("line"),
                Status.valueOf(row.getString("status")),
                row.getLong("cost_micros"),
                row.getLong("named_micros"),
                Objects.requireNonNull(Columns.maybe(row, "named_at")),
                Columns.maybe(row, "decide_by"),
                decidedBy == null ? null : Decider.valueOf(decidedBy),
                Columns.maybe(row, "ended_at"),
                row.getString("reason"),
                row.getBoolean("for_others"));
    }
}
