package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers were asked about holds, and what they said. Every method needs an open transaction of the merchant. */
@Component
public final class CustomerQuestionLookup {

    private final JdbcClient jdbc;

    CustomerQuestionLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the hold they are about; holds nobody was asked about are absent. */
    public Map<UUID, CustomerQuestion> of(MerchantId merchant, Collection<UUID> holds) {
        if (holds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, CustomerQuestion> questions = new HashMap<>();
        jdbc.sql("""
                select q.hold_id, q.sales_order_id, q.repeats, q.asked_at, q.asked_by_kind, q.asked_by, q.mailed_at,
                       q.answer_by, q.answer, q.answered_at, h.released_at
                from customer_question q
                join hold h on h.merchant_id = q.merchant_id and h.hold_id = q.hold_id
                where q.merchant_id = :merchant and h.merchant_id = :merchant and q.hold_id = any(:holds::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("holds", SqlArrays.uuids(List.copyOf(holds)))
                .query((row, number) -> question(row))
                .list()
                .forEach(question -> questions.put(question.hold(), question));
        return questions;
    }

    /** The latest its customer was asked; empty when that never was. */
    public Optional<CustomerQuestion> ofOrder(MerchantId merchant, SalesOrderId order) {
        return jdbc.sql("""
                select q.hold_id, q.sales_order_id, q.repeats, q.asked_at, q.asked_by_kind, q.asked_by, q.mailed_at,
                       q.answer_by, q.answer, q.answered_at, h.released_at
                from customer_question q
                join hold h on h.merchant_id = q.merchant_id and h.hold_id = q.hold_id
                where q.merchant_id = :merchant and h.merchant_id = :merchant and q.sales_order_id = :order
                order by q.hold_id desc
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("order", order.value())
                .query((row, number) -> question(row))
                .optional();
    }

    private static CustomerQuestion question(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        Timestamp answeredAt = row.getTimestamp("answered_at");
        Timestamp mailedAt = row.getTimestamp("mailed_at");
        return new CustomerQuestion(
                row.getObject("hold_id", UUID.class),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                row.getString("repeats"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by_kind"),
                row.getString("asked_by"),
                mailedAt == null ? null : mailedAt.toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                answer == null ? null : CustomerAnswer.valueOf(answer),
                answeredAt == null ? null : answeredAt.toInstant(),
                row.getTimestamp("released_at") == null);
    }
}
