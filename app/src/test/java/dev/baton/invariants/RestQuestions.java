package dev.baton.invariants;

import java.util.Map;

/** I3 and I22: nothing sleeps for ever, and no killed process keeps work to itself. */
final class RestQuestions {

    private RestQuestions() {}

    static Map<String, String> of(String invariant) {
        return switch (invariant) {
            case "I3" -> wakefulness();
            case "I22" -> leases();
            default -> Map.of();
        };
    }

    private static Map<String, String> wakefulness() {
        Map<String, String> wakefulness = new java.util.HashMap<>(questions());
        wakefulness.putAll(transport());
        return wakefulness;
    }

    private static Map<String, String> questions() {
        return Map.of(
                "a purchase order nobody waits for an answer to",
                unattended("purchase_order", "id", "x.status = 'SENT'", "purchasing.reminder"),
                "a cancellation nobody waits for an answer to",
                unattended("cancellation", "id", "x.status = 'OPEN'", "purchasing.cancellation-due"),
                "an amendment nobody waits for an answer to",
                unattended("amendment", "id", "x.status = 'ASKED'", "purchasing.amendment-due"),
                "an amendment nobody decides on",
                unattended("amendment", "id", "x.status = 'HELD'", "none"));
    }

    private static Map<String, String> transport() {
        return Map.of(
                "a message nobody reads",
                unattended("inbox", "inbox_id", "x.state = 'RECEIVED'", "channels.intake"),
                "a transmission nobody sends",
                unattended("transmission", "id", "x.status in ('PLANNED', 'SENDING', 'UNKNOWN')", "trading.send"),
                "a document that is stuck without a task",
                unattended("transmission", "id", "x.status in ('PARKED', 'REFUSED') and x.kind <> 'REMINDER'", "none"),
                "a shipment no store will be told of",
                unattended(
                        "store_fulfilment",
                        "store_fulfilment_id",
                        "x.state in ('PLANNED', 'ASKED', 'REFUSED', 'DONE_BY_STORE')",
                        "channels.fulfil"),
                "a store nobody polls",
                unattended(
                        "store_connection",
                        "store_id",
                        "x.state = 'CONNECTED' and x.poll_seconds > 0",
                        "channels.poll"),
                "units nobody decides on",
                OPEN_UNITS,
                "work that was set aside without a task",
                PARKED_WORK,
                "a purchase order between two steps with nothing under way",
                BETWEEN_STEPS);
    }

    private static Map<String, String> leases() {
        return Map.of("work a dead process keeps", """
                    select kind || ' of ' || subject_id || ' until ' || lease_until from work
                    where parked_at is null and right(kind, 5) <> '.poll'
                      and lease_until > clock_timestamp() + interval '1 second'
                    """);
    }

    /** Rows in such a state with neither work of that kind nor an open task about them. */
    static String unattended(String table, String id, String state, String kind) {
        return """
                select x.%2$s::text from %1$s x
                where %3$s
                  and not exists (select 1 from work w where w.merchant_id = x.merchant_id and w.kind = '%4$s'
                                  and w.subject_id = x.%2$s and w.parked_at is null)
                  and not exists (select 1 from task t where t.merchant_id = x.merchant_id and t.subject_id = x.%2$s
                                  and t.closed_at is null)
                """.formatted(table, id, state, kind);
    }

    private static final String OPEN_UNITS = """
            select l.store_line_id || ': open ' || l.open || ', waiting ' || l.waiting from order_line l
            where (l.open > 0 and l.requires_shipping
                   and not exists (select 1 from hold h where h.merchant_id = l.merchant_id
                                   and h.sales_order_id = l.sales_order_id and h.released_at is null))
               or l.waiting <> coalesce((select sum(d.quantity) from waiting_demand d
                                         where d.merchant_id = l.merchant_id and d.order_line_id = l.line_id), 0)
            """;

    private static final String PARKED_WORK = """
            select w.kind || ' of ' || w.subject_id || ': ' || w.reason from work w
            where w.parked_at is not null
              and not exists (select 1 from task t where t.merchant_id = w.merchant_id and t.subject_id = w.subject_id
                              and t.closed_at is null)
            """;

    private static final String BETWEEN_STEPS = """
            select p.number || ' ' || p.status from purchase_order p
            where (p.status in ('ISSUED', 'SENDING')
                   and not exists (select 1 from transmission t where t.merchant_id = p.merchant_id
                                   and t.purchase_order_id = p.id and t.kind = 'PURCHASE_ORDER'
                                   and t.status in ('PLANNED', 'SENDING', 'UNKNOWN', 'PARKED', 'REFUSED')))
               or (p.status in ('UNDELIVERED', 'UNKNOWN')
                   and not exists (select 1 from transmission t where t.merchant_id = p.merchant_id
                                   and t.purchase_order_id = p.id and t.status in ('PARKED', 'REFUSED')))
            """;
}
