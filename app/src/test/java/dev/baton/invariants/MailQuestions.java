package dev.baton.invariants;

import java.util.HashMap;
import java.util.Map;

/** I14: a customer's mail per (event, template, recipient) at most once; a possible loss is counted and shown. */
final class MailQuestions {

    private MailQuestions() {}

    static Map<String, String> of(String invariant) {
        if (!invariant.equals("I14")) {
            return Map.of();
        }
        Map<String, String> asked = new HashMap<>(atMostOnce());
        asked.putAll(losses());
        return asked;
    }

    private static Map<String, String> atMostOnce() {
        return Map.of(
                "an event of an order that two mails tell",
                """
                    select m.sales_order_id || ': ' || e.kind || ' ' || e.event_key
                    from customer_message_event e
                    join customer_message m on m.merchant_id = e.merchant_id and m.message_id = e.message_id
                    group by e.merchant_id, m.sales_order_id, e.kind, e.event_key
                    having count(distinct e.message_id) > 1
                    """,
                "a mail that tells of no event, or of one of another kind or person",
                """
                    select m.message_id::text from customer_message m
                    left join customer_message_event e
                           on e.merchant_id = m.merchant_id and e.message_id = m.message_id
                    where e.message_id is null or e.kind <> m.kind or e.subject_id <> m.subject_id
                    """,
                "a mail that was handed over again though it may have left and nobody asked for it",
                """
                    select m.message_id || ': ' || m.attempts || ' attempts'
                    from customer_message m
                    left join audit a on a.merchant_id = m.merchant_id and a.aggregate = 'customer_message'
                                     and a.aggregate_id = m.message_id
                                     and (a.to_state = 'NOT_SENT' or a.act = 'ResendMessages')
                    where m.attempts > 1
                    group by m.merchant_id, m.message_id, m.attempts
                    having m.attempts > 1 + count(a.audit_id)
                    """);
    }

    private static Map<String, String> losses() {
        return Map.of(
                "a mail that may be lost, and no task ever said so",
                """
                    select m.message_id || ' ' || m.state from customer_message m
                    where (m.state = 'UNKNOWN'
                      and not exists (select 1 from task t where t.merchant_id = m.merchant_id
                                      and t.subject_id = m.message_id and t.opened_at >= m.attempted_at
                                      and t.kind = 'notifications.unknown'))
                       or (m.state in ('REFUSED', 'RETURNED')
                      and not exists (select 1 from refused_mail r
                                      join task t on t.merchant_id = r.merchant_id and t.subject_id = r.batch_id
                                      where r.merchant_id = m.merchant_id and r.message_id = m.message_id
                                      and r.refused_at >= m.attempted_at and t.kind = 'notifications.refused'))
                    """,
                "a mail that left and counts as lost, or the other way round",
                """
                    select message_id || ' ' || state from customer_message
                    where (state = 'SENT' and sent_at is null)
                       or (state in ('UNKNOWN', 'REFUSED', 'NOT_SENT') and sent_at is not null)
                    """,
                "a mail nobody sends",
                RestQuestions.unattended(
                        "customer_message",
                        "message_id",
                        "x.state in ('PLANNED', 'SENDING', 'NOT_SENT')",
                        "notifications.send"));
    }
}
