package dev.baton.notifications;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I14: a customer is mailed of each event once. */
@Component
class MailOnceInvariant implements Invariant {

    private static final int PAGE = 500;
    private static final int MOST_LINES = 50_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    MailOnceInvariant(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String number() {
        return "I14";
    }

    @Override
    public String meaning() {
        return "a customer's mail tells each event once, and leaves again only where it had not left or a person says so";
    }

    @Override
    public List<String> breaches(MerchantId merchant, int most) {
        return tenancy.inTransaction(merchant, () -> {
            List<String> breaches = new ArrayList<>(toldTwice(merchant, most));
            breaches.addAll(tellingNothing(merchant, most));
            breaches.addAll(handedOverAgain(merchant, most));
            return breaches.stream().limit(most).toList();
        });
    }

    private List<String> toldTwice(MerchantId merchant, int most) {
        return jdbc.sql("""
                select m.sales_order_id, e.kind, e.event_key, count(distinct e.message_id) as mails
                from customer_message_event e
                join customer_message m on m.merchant_id = e.merchant_id and m.message_id = e.message_id
                where e.merchant_id = :merchant and m.merchant_id = :merchant
                group by m.sales_order_id, e.kind, e.event_key
                having count(distinct e.message_id) > 1
                order by m.sales_order_id, e.kind, e.event_key
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", most)
                .query((row, number) -> "order " + row.getString("sales_order_id") + ": " + row.getLong("mails")
                        + " mails tell of " + row.getString("kind") + " " + row.getString("event_key"))
                .list();
    }

    private List<String> tellingNothing(MerchantId merchant, int most) {
        return jdbc.sql("""
                select m.message_id, m.sales_order_id, m.kind, e.message_id is null as nothing
                from customer_message m
                left join customer_message_event e on e.merchant_id = :merchant and e.message_id = m.message_id
                where m.merchant_id = :merchant
                  and (e.message_id is null or e.kind <> m.kind or e.subject_id <> m.subject_id)
                order by m.message_id
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", most)
                .query((row, number) -> "mail " + row.getString("message_id") + " of order "
                        + row.getString("sales_order_id") + ", " + row.getString("kind") + ": "
                        + (row.getBoolean("nothing")
                                ? "it tells of no event"
                                : "it tells of another kind, or of another person"))
                .list();
    }

    /** Each further attempt needs one that is known not to have left, or a person who said so. */
    private List<String> handedOverAgain(MerchantId merchant, int most) {
        List<String> breaches = new ArrayList<>();
        UUID after = FIRST;
        Map<UUID, Integer> page;
        do {
            page = severalAttempts(merchant, after);
            Map<UUID, Integer> reasons = reasons(merchant, List.copyOf(page.keySet()));
            for (Map.Entry<UUID, Integer> mail : page.entrySet()) {
                after = mail.getKey();
                int allowed = 1 + reasons.getOrDefault(mail.getKey(), 0);
                if (mail.getValue() > allowed && breaches.size() < most) {
                    breaches.add("mail " + mail.getKey() + ": handed over " + mail.getValue() + " times, allowed were "
                            + allowed);
                }
            }
        } while (page.size() == PAGE && breaches.size() < most);
        return breaches;
    }

    private Map<UUID, Integer> severalAttempts(MerchantId merchant, UUID after) {
        Map<UUID, Integer> attempts = new LinkedHashMap<>();
        jdbc.sql("""
                select message_id, attempts from customer_message
                where merchant_id = :merchant and message_id > :after and attempts > 1
                order by message_id
                limit :page
                """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("page", PAGE)
                .query(row -> {
                    attempts.put(row.getObject("message_id", UUID.class), row.getInt("attempts"));
                });
        return attempts;
    }

    private Map<UUID, Integer> reasons(MerchantId merchant, List<UUID> mails) {
        Map<UUID, Integer> reasons = new HashMap<>();
        for (AuditLine line : audit.of(merchant, mails, MOST_LINES)) {
            if (MessageState.NOT_SENT.name().equals(line.to()) || line.act().equals("ResendMessages")) {
                reasons.merge(line.aggregateId(), 1, Integer::sum);
            }
        }
        return reasons;
    }
}
