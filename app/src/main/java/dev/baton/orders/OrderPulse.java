package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How orders come in, and what stands still of them; every method needs an open transaction of the merchant. */
@Component
public final class OrderPulse {

    private final JdbcClient jdbc;

    OrderPulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many orders came in between each bound and the next one.
     *
     * @param bounds rising; one more than there are counts
     */
    public List<Long> counts(MerchantId merchant, List<Instant> bounds) {
        List<UUID> keys = bounds.stream().map(Ids::firstOf).toList();
        return jdbc.sql("""
                select (select count(*) from sales_order
                        where merchant_id = :merchant and sales_order_id >= b.low and sales_order_id < b.high) as many
                from unnest(:lows::uuid[], :highs::uuid[]) with ordinality as b (low, high, position)
                order by b.position
                """)
                .param("merchant", merchant.value())
                .param("lows", SqlArrays.uuids(keys.subList(0, keys.size() - 1)))
                .param("highs", SqlArrays.uuids(keys.subList(1, keys.size())))
                .query((row, number) -> row.getLong("many"))
                .list();
    }

    /** What the orders with an open hold come to, in minor units, by currency. */
    public Map<String, Long> heldMinor(MerchantId merchant) {
        Map<String, Long> held = new TreeMap<>();
        jdbc.sql("""
                select o.currency, sum(o.total_minor) as minor
                from (select distinct sales_order_id from hold
                      where merchant_id = :merchant and released_at is null) h
                cross join lateral (
                    select currency, total_minor from sales_order
                    where merchant_id = :merchant and sales_order_id = h.sales_order_id
                    offset 0) o
                group by o.currency
                """).param("merchant", merchant.value()).query(row -> {
            held.put(row.getString("currency"), row.getLong("minor"));
        });
        return held;
    }
}
