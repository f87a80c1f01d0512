package dev.baton.orders;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The orders' half of the point of no return: allocations go from allocated to sent by one guarded update. Those
 * not answered were withdrawn before and must not be sent. Joins the caller's transaction, whose sales orders
 * are locked already ({@link LockOrders}).
 */
@Component
public final class SendAllocations {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SendAllocations(JdbcClient jdbc, Audit audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Marks the allocations as sent; answers those that are still wanted, whole. */
    public Set<AllocationId> send(MerchantId merchant, Collection<AllocationId> allocations) {
        if (allocations.isEmpty()) {
            return Set.of();
        }
        UUID cause = ids.next();
        Set<AllocationId> sent = new HashSet<>();
        jdbc.sql("""
                update allocation set stage = 'sent'
                where merchant_id = :merchant and allocation_id = any(:ids::uuid[]) and stage = 'allocated'
                returning allocation_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(allocations.stream()
                                .map(AllocationId::value)
                                .sorted()
                                .toList()))
                .query(row -> {
                    sent.add(new AllocationId(row.getObject("allocation_id", UUID.class)));
                });
        if (!sent.isEmpty()) {
            move(merchant, sent, cause);
            audit.record(merchant, entries(merchant, sent));
        }
        return sent;
    }

    private void move(MerchantId merchant, Set<AllocationId> sent, UUID cause) {
        int moved = jdbc.sql("""
                insert into line_move (merchant_id, line_id, cause_id, from_bucket, to_bucket, quantity, at)
                select merchant_id, line_id, :cause, 'allocated', 'sent', sum(quantity), :now
                from allocation
                where merchant_id = :merchant and allocation_id = any(:ids::uuid[])
                group by merchant_id, line_id
                """)
                .param("cause", cause)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(sent.stream().map(AllocationId::value).toList()))
                .update();
        int lines = jdbc.sql("""
                update order_line l set allocated = l.allocated - s.quantity, sent = l.sent + s.quantity
                from (select line_id, sum(quantity)::int as quantity from allocation
                      where merchant_id = :merchant and allocation_id = any(:ids::uuid[]) group by line_id) s
                where l.merchant_id = :merchant and l.line_id = s.line_id and l.allocated >= s.quantity
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(sent.stream().map(AllocationId::value).toList()))
                .update();
        OrderWrites.mustMatch(lines, moved, "order_line");
    }

    /** One for each order, from the word it had before to the word it has now. */
    private List<AuditEntry> entries(MerchantId merchant, Set<AllocationId> sent) {
        return jdbc.sql("""
                select l.sales_order_id, sum(l.open) as open, sum(l.waiting) as waiting, sum(l.allocated) as allocated,
                       sum(l.sent) as sent, sum(l.accepted) as accepted, sum(l.shipped) as shipped,
                       sum(l.delivered) as delivered, sum(l.lost) as lost, sum(l.in_return) as in_return,
                       sum(l.returned) as returned, sum(l.cancelled) as cancelled,
                       (select sum(a.quantity) from allocation a
                        where a.merchant_id = :merchant and a.sales_order_id = l.sales_order_id
                          and a.allocation_id = any(:ids::uuid[])) as moved,
                       exists (select 1 from hold h
                               where h.merchant_id = :merchant and h.sales_order_id = l.sales_order_id
                                 and h.released_at is null) as held
                from order_line l
                where l.merchant_id = :merchant
                  and l.sales_order_id in (select a.sales_order_id from allocation a
                                           where a.merchant_id = :merchant and a.allocation_id = any(:ids::uuid[]))
                group by l.sales_order_id
                order by l.sales_order_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(sent.stream().map(AllocationId::value).toList()))
                .query((row, number) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Map<Bucket, Integer> units = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            units.put(bucket, row.getInt(bucket.column()));
        }
        boolean held = row.getBoolean("held");
        String after = OrderStatus.of(units, held);
        units.merge(Bucket.SENT, -row.getInt("moved"), Integer::sum);
        units.merge(Bucket.ALLOCATED, row.getInt("moved"), Integer::sum);
        return new AuditEntry(
                "SendAllocations",
                "sales_order",
                row.getObject("sales_order_id", UUID.class),
                OrderStatus.of(units, held),
                after,
                null);
    }
}
