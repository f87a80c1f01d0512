package dev.baton.invariants;

import java.util.Map;

/** What is asked of purchase orders, of their transmissions, and of what came back. */
final class SupplierQuestions {

    private SupplierQuestions() {}

    static Map<String, String> of(String invariant) {
        return switch (invariant) {
            case "I2" -> steps();
            case "I7" -> numbers();
            case "I9" -> cancellations();
            case "I13" -> fulfilments();
            case "I16" -> news();
            default -> Map.of();
        };
    }

    private static Map<String, String> steps() {
        return Map.of("a purchase order took an illegal step", LEGAL_STEPS);
    }

    private static Map<String, String> numbers() {
        return Map.of(
                "an allocation with a purchase order too many or too few",
                """
                    select a.allocation_id || ' (' || a.stage || ') stands on ' || count(l.line) || ' purchase orders'
                    from allocation a
                    left join purchase_order_line l on l.merchant_id = a.merchant_id and l.allocation_id = a.allocation_id
                    group by a.merchant_id, a.allocation_id, a.stage
                    having count(l.line) > 1 or (count(l.line) = 0 and a.stage in ('allocated', 'sent'))
                    """,
                "a number that was used twice",
                """
                    select number from purchase_order group by merchant_id, number having count(*) > 1
                    """,
                "a purchase order beyond the suffixes its order has taken",
                """
                    select p.number from purchase_order p
                    join sales_order s on s.merchant_id = p.merchant_id and s.sales_order_id = p.sales_order_id
                    where split_part(p.number, '-', 2)::int >= s.next_po or split_part(p.number, '-', 1) <> s.number
                    """);
    }

    private static Map<String, String> cancellations() {
        return Map.of(
                "a purchase order left though nothing of it was wanted",
                """
                    select p.number from purchase_order p
                    join transmission t on t.merchant_id = p.merchant_id and t.purchase_order_id = p.id
                    where p.status = 'WITHDRAWN' and (p.begun_at is not null or t.attempts > 0)
                    """,
                "units cancelled after the send without a supplier's word",
                """
                    select a.allocation_id || ': ' || a.cancelled || ' cancelled, agreed to '
                           || coalesce(sum(c.cancelled), 0)
                    from allocation a
                    left join cancellation_line c on c.merchant_id = a.merchant_id and c.allocation_id = a.allocation_id
                    where a.stage = 'sent'
                    group by a.merchant_id, a.allocation_id, a.cancelled
                    having a.cancelled <> coalesce(sum(c.cancelled), 0)
                    """,
                "units whose cancellation was asked for without a question to the supplier",
                """
                    select a.allocation_id || ': ' || a.cancel_asked || ' and ' || a.reroute_asked || ' for others'
                    from allocation a
                    where a.cancel_asked + a.reroute_asked > 0
                      and not exists (
                          select 1 from cancellation_line l
                          join cancellation c on c.merchant_id = l.merchant_id and c.id = l.cancellation_id
                          where l.merchant_id = a.merchant_id and l.allocation_id = a.allocation_id
                            and c.status in ('OPEN', 'WAITING'))
                    """);
    }

    private static Map<String, String> fulfilments() {
        return Map.of("a shipment told to its store too often or not at all", """
                    select s.supplier_reference || ' ' || coalesce(string_agg(f.state, ', '), 'never')
                    from shipment s
                    join sales_order o on o.merchant_id = s.merchant_id and o.sales_order_id = s.sales_order_id
                    join store_connection c on c.merchant_id = o.merchant_id and c.store_id = o.store_id
                    left join store_fulfilment f on f.merchant_id = s.merchant_id and f.shipment_id = s.id
                    group by s.merchant_id, s.id, s.supplier_reference
                    having count(f.store_fulfilment_id) <> 1
                    """);
    }

    private static Map<String, String> news() {
        return Map.of(
                "a purchase order without its one transmission of each version that was issued",
                """
                    select p.number || ' has ' || count(t.id) from purchase_order p
                    left join transmission t on t.merchant_id = p.merchant_id and t.purchase_order_id = p.id
                                            and t.kind = 'PURCHASE_ORDER'
                    group by p.merchant_id, p.id, p.number
                    having count(t.id) <> (select count(*) from audit a
                                           where a.merchant_id = p.merchant_id and a.aggregate = 'purchase_order'
                                             and a.aggregate_id = p.id and a.act = 'IssuePurchaseOrders')
                        or count(t.id) filter (where t.status <> 'WITHDRAWN') > 1
                    """,
                "an open question without its one transmission",
                """
                    select c.id::text from cancellation c
                    left join transmission t on t.merchant_id = c.merchant_id and t.about_id = c.id
                                            and t.kind = 'CANCELLATION'
                    where c.status <> 'WAITING' group by c.merchant_id, c.id having count(t.id) <> 1
                    """,
                "a parcel nobody tracks, or tracked twice",
                """
                    select k.tracking_number from shipment_package k
                    left join tracked_package t on t.merchant_id = k.merchant_id and t.package_id = k.id
                    group by k.merchant_id, k.id, k.tracking_number having count(t.package_id) <> 1
                    """,
                "a delivered parcel whose units did not count once",
                """
                    select a.allocation_id || ': ' || a.delivered || ' instead of ' || coalesce(sum(l.quantity), 0)
                    from allocation a
                    left join (select l.* from shipment_package_line l
                               join tracked_package t on t.merchant_id = l.merchant_id and t.package_id = l.package_id
                               where t.delivered_at is not null) l
                           on l.merchant_id = a.merchant_id and l.allocation_id = a.allocation_id
                    group by a.merchant_id, a.allocation_id, a.delivered
                    having a.delivered <> coalesce(sum(l.quantity), 0)
                    """,
                "a supplier's answer that did not reach the order's units",
                """
                    select p.number || ' line ' || l.line from purchase_order_line l
                    join purchase_order p on p.merchant_id = l.merchant_id and p.id = l.purchase_order_id
                    join allocation a on a.merchant_id = l.merchant_id and a.allocation_id = l.allocation_id
                    where l.rejected <> a.rejected or l.shipped <> a.shipped or l.cancelled <> a.cancelled
                       or l.accepted + l.backordered <> a.accepted + a.shipped
                    """);
    }

    private static final String LEGAL_STEPS = """
            select aggregate_id || ': ' || act || ' from ' || coalesce(from_state, 'nothing') || ' to ' || to_state
            from audit
            where aggregate = 'purchase_order' and from_state is distinct from to_state
              and (coalesce(from_state, ''), to_state) not in (values
                ('', 'ISSUED'), ('ISSUED', 'SENDING'), ('ISSUED', 'WITHDRAWN'), ('WITHDRAWN', 'ISSUED'),
                ('SENDING', 'SENT'), ('SENDING', 'UNDELIVERED'), ('SENDING', 'UNKNOWN'),
                ('SENT', 'UNDELIVERED'), ('SENT', 'UNKNOWN'), ('UNDELIVERED', 'SENT'), ('UNDELIVERED', 'UNKNOWN'), ('UNKNOWN', 'SENT'),
                ('SENDING', 'ACKNOWLEDGED'), ('SENDING', 'PARTLY_REJECTED'), ('SENDING', 'REJECTED'),
                ('SENDING', 'PARTLY_SHIPPED'), ('SENDING', 'SHIPPED'), ('SENDING', 'CANCELLED'),
                ('SENT', 'ACKNOWLEDGED'), ('SENT', 'PARTLY_REJECTED'), ('SENT', 'REJECTED'),
                ('ACKNOWLEDGED', 'SENT'), ('PARTLY_REJECTED', 'SENT'),
                ('SENT', 'PARTLY_SHIPPED'), ('SENT', 'SHIPPED'), ('SENT', 'CANCELLED'),
                ('UNDELIVERED', 'ACKNOWLEDGED'), ('UNDELIVERED', 'PARTLY_REJECTED'), ('UNDELIVERED', 'REJECTED'),
                ('UNDELIVERED', 'PARTLY_SHIPPED'), ('UNDELIVERED', 'SHIPPED'),
                ('UNDELIVERED', 'CANCELLED'), ('UNKNOWN', 'ACKNOWLEDGED'), ('UNKNOWN', 'PARTLY_REJECTED'),
                ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'PARTLY_SHIPPED'), ('UNKNOWN', 'SHIPPED'),
                ('ACKNOWLEDGED', 'PARTLY_REJECTED'), ('ACKNOWLEDGED', 'REJECTED'), ('ACKNOWLEDGED', 'PARTLY_SHIPPED'),
                ('ACKNOWLEDGED', 'SHIPPED'), ('ACKNOWLEDGED', 'CANCELLED'), ('PARTLY_REJECTED', 'REJECTED'),
                ('PARTLY_REJECTED', 'PARTLY_SHIPPED'), ('PARTLY_REJECTED', 'SHIPPED'),
                ('PARTLY_REJECTED', 'CANCELLED'), ('PARTLY_SHIPPED', 'SHIPPED'))
            """;
}
