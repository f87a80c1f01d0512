package dev.baton.invariants;

import java.util.Map;

/** What is asked of orders and of the messages that brought them. */
final class OrderQuestions {

    private OrderQuestions() {}

    static Map<String, String> of(String invariant) {
        return switch (invariant) {
            case "I1" -> existence();
            case "I2" -> steps();
            case "I4" -> buckets();
            case "I18" -> order();
            default -> Map.of();
        };
    }

    private static Map<String, String> existence() {
        return Map.of(
                "a store's order without a sales order",
                """
                    select k.store_order_id from store_order k
                    left join sales_order s on s.merchant_id = k.merchant_id and s.sales_order_id = k.sales_order_id
                    where s.sales_order_id is null
                    """,
                "a sales order without its key",
                """
                    select s.number from sales_order s
                    left join store_order k on k.merchant_id = s.merchant_id and k.sales_order_id = s.sales_order_id
                    where k.store_order_id is null
                    """,
                "a message said to be applied without an order",
                """
                    select i.inbox_id::text from inbox i
                    left join sales_order s on s.merchant_id = i.merchant_id and s.sales_order_id = i.order_id
                    where i.state = 'APPLIED' and s.sales_order_id is null
                    """);
    }

    private static Map<String, String> steps() {
        return Map.of(
                "an act began where the one before had not ended",
                CHAIN,
                "a sales order took an illegal step",
                LEGAL_STEPS,
                "units of a line moved illegally",
                """
                    select l.store_line_id || ': ' || m.from_bucket || ' to ' || m.to_bucket
                    from line_move m join order_line l on l.merchant_id = m.merchant_id and l.line_id = m.line_id
                    where (m.from_bucket, m.to_bucket) not in (values
                        ('open', 'waiting'), ('open', 'allocated'), ('open', 'cancelled'), ('open', 'delivered'),
                        ('waiting', 'allocated'), ('waiting', 'cancelled'), ('waiting', 'open'),
                        ('allocated', 'sent'), ('allocated', 'open'), ('allocated', 'cancelled'),
                        ('sent', 'accepted'), ('sent', 'shipped'), ('sent', 'open'), ('sent', 'cancelled'),
                        ('accepted', 'shipped'), ('accepted', 'sent'), ('accepted', 'open'), ('accepted', 'cancelled'),
                        ('shipped', 'delivered'), ('shipped', 'lost'), ('shipped', 'in_return'),
                        ('delivered', 'in_return'), ('in_return', 'returned'))
                    """);
    }

    private static Map<String, String> buckets() {
        return Map.of(
                "buckets that do not add up",
                """
                    select store_line_id from order_line
                    where quantity <> open + waiting + allocated + sent + accepted + shipped + delivered + lost
                                      + in_return + returned + cancelled
                       or least(open, waiting, allocated, sent, accepted, shipped, delivered, lost, in_return, returned,
                                cancelled, cancel_requested, return_requested) < 0
                       or cancel_requested > sent + accepted or return_requested > delivered + shipped
                    """,
                "a bucket that its moves do not explain",
                MOVES,
                "a bucket that the allocations do not explain",
                """
                    select l.store_line_id || ' allocated ' || l.allocated || ' sent ' || l.sent || ' accepted ' || l.accepted
                    from order_line l
                    left join (
                        select merchant_id, line_id,
                               sum(quantity) filter (where stage in ('reserved', 'allocated')) as allocated,
                               sum(quantity - accepted - rejected - shipped - cancelled)
                                   filter (where stage = 'sent') as sent,
                               sum(accepted) as accepted, sum(shipped) as shipped
                        from allocation group by merchant_id, line_id
                    ) a on a.merchant_id = l.merchant_id and a.line_id = l.line_id
                    where l.allocated <> coalesce(a.allocated, 0) or l.sent <> coalesce(a.sent, 0)
                       or l.accepted <> coalesce(a.accepted, 0)
                       or l.shipped + l.delivered + l.lost + l.in_return + l.returned <> coalesce(a.shipped, 0)
                    """);
    }

    private static Map<String, String> order() {
        return Map.of("a message older than what was applied before it counts as applied", """
                    select k.store_order_id || ': ' || k.triggered_at || ' stands, ' || i.triggered_at || ' was applied'
                    from inbox i
                    join store_order k on k.merchant_id = i.merchant_id and k.store_id = i.store_id
                                      and k.store_order_id = i.store_order_id
                    where i.state = 'APPLIED' and i.transport = 'SHOPIFY_WEBHOOK' and i.topic <> 'refunds/create'
                      and i.triggered_at > k.triggered_at
                    """);
    }

    /** Acts on one thing follow one another: each found what the one before had left. */
    private static final String CHAIN = """
            select aggregate || ' ' || aggregate_id || ': ' || act || ' found ' || coalesce(from_state, 'nothing')
                   || ' where ' || coalesce(before, 'nothing') || ' had been left'
            from (select aggregate, aggregate_id, act, from_state, audit_id,
                         lag(to_state) over (partition by merchant_id, aggregate_id order by audit_id) as before
                  from audit where aggregate in ('sales_order', 'purchase_order')) steps
            where from_state is distinct from before
            """;

    /**
     * What people read as an order's state follows from its units and holds. What has left never comes back, what is
     * cancelled never leaves, and nothing is sent or accepted in the act that places the order.
     */
    private static final String LEGAL_STEPS = """
            select aggregate_id || ': ' || act || ' from ' || coalesce(from_state, 'nothing') || ' to ' || to_state
            from audit
            where aggregate = 'sales_order' and act <> 'EraseCustomer' and from_state is distinct from to_state
              and (coalesce(from_state, ''), to_state) not in (values
                ('', 'open'), ('', 'waiting'), ('', 'allocated'), ('', 'held'), ('', 'cancelled'),
                ('', 'part_shipped'), ('', 'delivered'),
                ('open', 'waiting'), ('open', 'allocated'), ('open', 'sent'), ('open', 'accepted'), ('open', 'held'),
                ('open', 'part_shipped'), ('open', 'delivered'), ('open', 'cancelled'),
                ('waiting', 'open'), ('waiting', 'allocated'), ('waiting', 'sent'), ('waiting', 'accepted'),
                ('waiting', 'held'), ('waiting', 'part_shipped'), ('waiting', 'delivered'), ('waiting', 'cancelled'),
                ('allocated', 'open'), ('allocated', 'waiting'), ('allocated', 'sent'), ('allocated', 'accepted'),
                ('allocated', 'held'), ('allocated', 'part_shipped'), ('allocated', 'delivered'),
                ('allocated', 'cancelled'),
                ('sent', 'open'), ('sent', 'waiting'), ('sent', 'allocated'), ('sent', 'accepted'), ('sent', 'held'),
                ('sent', 'part_shipped'), ('sent', 'shipped'), ('sent', 'cancelled'),
                ('accepted', 'open'), ('accepted', 'waiting'), ('accepted', 'allocated'), ('accepted', 'sent'),
                ('accepted', 'held'), ('accepted', 'part_shipped'), ('accepted', 'shipped'),
                ('accepted', 'cancelled'),
                ('held', 'open'), ('held', 'waiting'), ('held', 'allocated'), ('held', 'sent'), ('held', 'accepted'),
                ('held', 'part_shipped'), ('held', 'shipped'), ('held', 'delivered'), ('held', 'cancelled'),
                ('part_shipped', 'held'), ('part_shipped', 'shipped'), ('part_shipped', 'delivered'),
                ('shipped', 'held'), ('shipped', 'part_shipped'), ('shipped', 'delivered'),
                ('delivered', 'held'), ('delivered', 'part_shipped'),
                ('cancelled', 'open'), ('cancelled', 'waiting'), ('cancelled', 'allocated'), ('cancelled', 'held'))
            """;

    private static final String MOVES = """
            select l.store_line_id || ' ' || b.bucket || ' is ' || b.units || ', moved were ' || coalesce(m.units, 0)
            from order_line l
            cross join lateral (values
                ('waiting', l.waiting), ('allocated', l.allocated), ('sent', l.sent), ('accepted', l.accepted),
                ('shipped', l.shipped), ('delivered', l.delivered), ('cancelled', l.cancelled)) as b (bucket, units)
            left join lateral (
                select sum(case when m.to_bucket = b.bucket then m.quantity else -m.quantity end) as units
                from line_move m
                where m.merchant_id = l.merchant_id and m.line_id = l.line_id
                  and b.bucket in (m.from_bucket, m.to_bucket)) m on true
            where b.units <> coalesce(m.units, 0)
            """;
}
