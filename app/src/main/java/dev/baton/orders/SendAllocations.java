package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
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
    private final Ids ids;
    private final Clock clock;

    SendAllocations(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
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
}
