package dev.baton.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what to which aggregate, from which state to which, and why: one row per act and aggregate, in
 * the act's own transaction (D16). Rows hold ids and states only, never a customer's data.
 */
@Component
public final class Audit {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    public Audit(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One act on one aggregate.
     *
     * @param act the act's name, such as {@code PlaceOrders}
     * @param aggregate the kind of thing, such as {@code sales_order}
     * @param from state before, null when it did not exist or has no single state
     * @param to state after, null when unchanged
     */
    public record AuditEntry(
            String act,
            String aggregate,
            UUID aggregateId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why) {}

    /**
     * One row as it is read back.
     *
     * @param at business time of the act
     */
    public record AuditLine(
            Instant at,
            String actorKind,
            String actorId,
            String act,
            String aggregate,
            UUID aggregateId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why) {}

    /** Writes the rows; needs an open transaction of the merchant. */
    public void record(MerchantId merchant, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<UUID> rowIds = new ArrayList<>(entries.size());
        entries.forEach(entry -> rowIds.add(ids.next()));
        Actor actor = Acting.current();
        jdbc.sql("""
                insert into audit (merchant_id, audit_id, at, actor_kind, actor_id, act, aggregate, aggregate_id,
                                   from_state, to_state, why, correlation_id)
                select :merchant, e.id, :at, :actorKind, :actorId, e.act, e.aggregate, e.aggregate_id,
                       e.from_state, e.to_state, e.why, :correlation
                from unnest(:ids::uuid[], :acts::text[], :aggregates::text[], :aggregateIds::uuid[],
                            :froms::text[], :tos::text[], :whys::text[])
                     as e (id, act, aggregate, aggregate_id, from_state, to_state, why)
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("correlation", Acting.correlation())
                .param("ids", SqlArrays.uuids(rowIds))
                .param(
                        "acts",
                        SqlArrays.texts(entries.stream().map(AuditEntry::act).toList()))
                .param(
                        "aggregates",
                        SqlArrays.texts(
                                entries.stream().map(AuditEntry::aggregate).toList()))
                .param(
                        "aggregateIds",
                        SqlArrays.uuids(
                                entries.stream().map(AuditEntry::aggregateId).toList()))
                .param("froms", SqlArrays.texts(column(entries, 0)))
                .param("tos", SqlArrays.texts(column(entries, 1)))
                .param("whys", SqlArrays.texts(column(entries, 2)))
                .update();
    }

    private static List<@Nullable String> column(List<AuditEntry> entries, int which) {
        List<@Nullable String> column = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            column.add(which == 0 ? entry.from() : which == 1 ? entry.to() : entry.why());
        }
        return column;
    }

    /** The rows of the given aggregates, oldest first; needs an open transaction of the merchant. */
    public List<AuditLine> of(MerchantId merchant, List<UUID> aggregates, int limit) {
        return jdbc.sql("""
                select at, actor_kind, actor_id, act, aggregate, aggregate_id, from_state, to_state, why
                from audit
                where merchant_id = :merchant and aggregate_id = any(:aggregates::uuid[])
                order by audit_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("aggregates", SqlArrays.uuids(aggregates))
                .param("limit", limit)
                .query((row, number) -> new AuditLine(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_kind"),
                        row.getString("actor_id"),
                        row.getString("act"),
                        row.getString("aggregate"),
                        row.getObject("aggregate_id", UUID.class),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("why")))
                .list();
    }
}
